/** Parses the inputs of signals from outside systems; null for a malformed one. Without zod, which a workflow must not hold. */

import type { Person } from '../../contract/auth/actor'
import { EXTERNAL_SYSTEM } from '../../contract/cases/senders'
import type { OrderStatusEvent } from '../../contract/orders/order'
import { normaliseLine, normaliseLines } from '../../contract/text/normalise-text'
import { truncateText } from '../../contract/text/truncate-text'

const MAX_TEXT = 500

type PlainObject = Record<string, unknown>

/** True for a decoded object; payload-converter.ts stands in for one that could not be decoded. */
const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('unreadable' in value)

/** Ids, keys and states: compared as they are, so that a replayed run takes the same way. */
const toToken = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MAX_TEXT) : '')

const toOptionalToken = (value: unknown): string | undefined => toToken(value) || undefined

/** Text for people. It is cut before it is normalised, too: an outside system may send megabytes. */
const toText = (value: unknown, normalise: (text: string) => string): string =>
  typeof value === 'string'
    ? truncateText(normalise(truncateText(value.trim(), 2 * MAX_TEXT)).trim(), MAX_TEXT)
    : ''

/** The person of an input; an outside system where it names none. */
export const toSender = (value: unknown): Person => {
  const name = isPlainObject(value) ? toText(value.name, normaliseLine) : ''
  if (!isPlainObject(value) || !name) return EXTERNAL_SYSTEM
  const id = toOptionalToken(value.id)
  return id ? { id, name } : { name }
}

/** `cancelOrder` takes nothing, a reason as a bare string, or `{by, reason}`. */
export const parseCancel = (input: unknown): { by: Person; reason: string } | null => {
  if (input === undefined || input === null) return { by: EXTERNAL_SYSTEM, reason: '' }
  if (typeof input === 'string') return { by: EXTERNAL_SYSTEM, reason: toText(input, normaliseLines) }
  return isPlainObject(input)
    ? { by: toSender(input.by), reason: toText(input.reason, normaliseLines) }
    : null
}

/** `updateOrderStatus` takes the bare status or `{status, dedupeKey?}`. */
export const parseOrderStatus = (input: unknown): OrderStatusEvent | null => {
  const fields = typeof input === 'string' ? { status: input } : input
  if (!isPlainObject(fields)) return null
  const status = toToken(fields.status).toLowerCase()
  if (status !== 'shipped' && status !== 'delivered') return null
  return { status, dedupeKey: toOptionalToken(fields.dedupeKey) ?? status }
}

/** True where `paymentCompleted` names a known status, bare or as `{status}`. Nothing else of it is read or trusted. */
export const isPaymentCompleted = (input: unknown): boolean => {
  const fields = typeof input === 'string' ? { status: input } : input
  return isPlainObject(fields) && ['charged', 'declined'].includes(toToken(fields.status).toLowerCase())
}
