/** Small guards over what outside systems send; null means that it cannot be read. No zod in a workflow. */

import type { Person } from '../../contract/auth/actor'
import { EXTERNAL_SYSTEM } from '../../contract/cases/activity-stream'
import type { OrderStatusEvent } from '../../contract/orders/order'

const MAX_TEXT = 500

type PlainObject = Record<string, unknown>

/** An object that could be decoded: see payload-converter.ts for what could not. */
const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('unreadable' in value)

const toText = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MAX_TEXT) : '')

const toOptionalText = (value: unknown): string | undefined => toText(value) || undefined

const toPerson = (value: unknown): Person => {
  if (!isPlainObject(value) || !toText(value.name)) return EXTERNAL_SYSTEM
  const id = toOptionalText(value.id)
  return id ? { id, name: toText(value.name) } : { name: toText(value.name) }
}

/** `cancelOrder` takes nothing, a reason as a bare string, or `{by, reason}`. */
export const parseCancel = (input: unknown): { by: Person; reason: string } | null => {
  if (input === undefined || input === null) return { by: EXTERNAL_SYSTEM, reason: '' }
  if (typeof input === 'string') return { by: EXTERNAL_SYSTEM, reason: toText(input) }
  return isPlainObject(input) ? { by: toPerson(input.by), reason: toText(input.reason) } : null
}

/** `updateOrderStatus` takes the bare status or `{status, dedupeKey?}`. */
export const parseOrderStatus = (input: unknown): OrderStatusEvent | null => {
  const bag = typeof input === 'string' ? { status: input } : input
  if (!isPlainObject(bag)) return null
  const status = toText(bag.status).toLowerCase()
  if (status !== 'shipped' && status !== 'delivered') return null
  return { status, dedupeKey: toOptionalText(bag.dedupeKey) ?? status }
}

/** True where `paymentCompleted` names a status we know, bare or as `{status}`. No more of it is believed, or read. */
export const isPaymentCompleted = (input: unknown): boolean => {
  const bag = typeof input === 'string' ? { status: input } : input
  return isPlainObject(bag) && ['charged', 'declined'].includes(toText(bag.status).toLowerCase())
}
