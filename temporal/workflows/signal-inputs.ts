/** Small guards over what outside systems send; null means that it cannot be read. No zod in a workflow. */

import type { OrderStatusEvent } from '../contract/order'
import type { Person } from '../contract/people'
import { OUTSIDE } from '../contract/stream'

const MAX_TEXT = 500

type Bag = Record<string, unknown>

/** An object that could be decoded: see payload-converter.ts for what could not. */
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('unreadable' in value)

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MAX_TEXT) : '')

const optional = (value: unknown): string | undefined => text(value) || undefined

const person = (value: unknown): Person => {
  if (!isBag(value) || !text(value.name)) return OUTSIDE
  const id = optional(value.id)
  return id ? { id, name: text(value.name) } : { name: text(value.name) }
}

/** `cancelOrder` takes nothing, a reason as a bare string, or `{by, reason}`. */
export const parseCancel = (input: unknown): { by: Person; reason: string } | null => {
  if (input === undefined || input === null) return { by: OUTSIDE, reason: '' }
  if (typeof input === 'string') return { by: OUTSIDE, reason: text(input) }
  return isBag(input) ? { by: person(input.by), reason: text(input.reason) } : null
}

/** `updateOrderStatus` takes the bare status or `{status, dedupeKey?}`. */
export const parseOrderStatus = (input: unknown): OrderStatusEvent | null => {
  const bag = typeof input === 'string' ? { status: input } : input
  if (!isBag(bag)) return null
  const status = text(bag.status).toLowerCase()
  if (status !== 'shipped' && status !== 'delivered') return null
  return { status, dedupeKey: optional(bag.dedupeKey) ?? status }
}

/** True where `paymentCompleted` names a status we know, bare or as `{status}`. No more of it is believed, or read. */
export const isPaymentCompleted = (input: unknown): boolean => {
  const bag = typeof input === 'string' ? { status: input } : input
  return isBag(bag) && ['charged', 'declined'].includes(text(bag.status).toLowerCase())
}
