/** What a case is about, in a few words beside its title. */

import type { OrderLine, OrderView } from '../orders/order'
import type { ApprovalView } from './approval'

/** Facts of a payload that fit beside a title. */
const MAX_FACTS = 3
/** Longer texts are read in the case. */
const MAX_CHARS = 60

/** Such as `Laptop 14″ and 2 more`; empty without a line. */
const toProducts = (lines: readonly (Partial<OrderLine> | null)[]): string => {
  const name = lines[0]?.name ?? lines[0]?.sku ?? ''
  return lines.length > 1 && name ? `${name} and ${lines.length - 1} more` : name
}

const isShort = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= MAX_CHARS)

/** A key of JSON as people read it: `latePayments` is `late payments`. */
export const toFactName = (key: string): string =>
  key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())

/** The first short facts of a payload, such as `customer Halden Books · parcels 2`. */
const toFacts = (payload: Readonly<Record<string, unknown>>): string =>
  Object.entries(payload)
    .filter(([, value]) => isShort(value))
    .slice(0, MAX_FACTS)
    .map(([key, value]) => `${toFactName(key)} ${value}`)
    .join(' · ')

/**
 * What a case is about: of an order its first product, of its approval also the rule that asked, of another approval
 * the first facts of its payload. Null where there is nothing to say.
 */
export const toSubject = (view: OrderView | ApprovalView): string | null => {
  if (view.kind === 'order') return toProducts(view.lines) || null
  const { rule, lines } = view.payload
  if (!view.orderId) return toFacts(view.payload) || null
  const products = Array.isArray(lines) ? toProducts(lines) : ''
  return [rule, products].filter(Boolean).join(' · ') || null
}
