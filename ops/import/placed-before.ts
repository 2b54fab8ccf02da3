/** Which orders of a file were placed before, from which file, and whether they read differently now. */

import { OrderRequest } from '../../temporal/contract/schemas/order-request'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { keyOutsideFile } from './idempotency-key'
import type { OrderBody } from './orders/plan'
import { quoted } from './read/printable'

const MAX_KEYS = 100

/** What was placed under `keys`, and under them in files, by key. */
export const findPlaced = async (
  keys: readonly string[],
  api: Pick<ImportApi, 'placements'>,
): Promise<Map<string, PlacementResponse>> => {
  const found = new Map<string, PlacementResponse>()
  for (let at = 0; at < keys.length; at += MAX_KEYS)
    // Of two tokens of the account the own one counts, since it can be sent again.
    for (const placement of await api.placements(keys.slice(at, at + MAX_KEYS)))
      if (placement.isSamePrincipal || !found.has(placement.idempotencyKey))
        found.set(placement.idempotencyKey, placement)
  return found
}

/** Of what was placed, the rows that are purchases of their own in their file, by the key that the row has by itself. */
export const groupInFiles = (
  placed: ReadonlyMap<string, PlacementResponse>,
): Map<string, PlacementResponse[]> => {
  const groups = new Map<string, PlacementResponse[]>()
  for (const placement of placed.values()) {
    const key = keyOutsideFile(placement)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), placement])
  }
  return groups
}

/** Minor units of the lines; 0 for lines with the catalogue's prices. */
export const placedTotal = ({ items }: PlacementResponse): number =>
  items.reduce((sum, { lineTotalCents = 0 }) => sum + lineTotalCents, 0)

/** The body under which an order was placed. */
export const placedBody = ({
  email,
  items,
  shippingAddress,
  paymentToken,
  purchasedAt,
}: PlacementResponse): OrderBody => ({
  email,
  items,
  shippingAddress,
  paymentToken,
  ...(purchasedAt === null ? {} : { purchasedAt }),
})

const toFields = (body: OrderBody): Map<string, string> => {
  const { items, shippingAddress, ...rest } = body
  const lines = items.flatMap(({ sku, quantity, lineTotalCents, standIn }) => [
    [`quantity of ${sku}`, String(quantity)],
    [`total of ${sku}`, String(lineTotalCents ?? '')],
    [`stand-in product of ${sku}`, standIn?.sku ?? ''],
  ])
  const fields = [...Object.entries(rest), ...Object.entries(shippingAddress), ...lines] as [
    string,
    unknown,
  ][]
  return new Map(fields.map(([name, value]) => [name, String(value ?? '')]))
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

export interface Difference {
  field: string
  /** As it was placed. */
  placed: string
  /** As the file says it now. */
  read: string
}

/** The body as the product stores it: it trims texts and knows countries by their names. */
const asStored = (body: OrderBody): OrderBody =>
  (OrderRequest.safeParse(body).data as OrderBody | undefined) ?? body

/** Fields in which an order reads differently now. */
export const findDifferences = (placement: PlacementResponse, body: OrderBody): Difference[] => {
  const [placed, read] = [toFields(placedBody(placement)), toFields(asStored(body))]
  return [...new Set([...placed.keys(), ...read.keys()])]
    .map((field) => ({ field, placed: placed.get(field) ?? '', read: read.get(field) ?? '' }))
    .filter((difference) => !same(difference.placed, difference.read))
}

/** Placed orders that read differently now; told once for each field, since a mapping may change it in all of them. */
export interface Changes {
  add(name: string, differences: readonly Difference[]): void
  /** A placed order that today's rules would refuse. */
  addRefused(name: string, reason: string): void
  count(): number
  list(): string[]
}

export const collectChanges = (): Changes => {
  const byField = new Map<string, { orders: number; first: string }>()
  const refusals: string[] = []
  let orders = 0
  return {
    add(name, differences) {
      orders += 1
      for (const { field, placed, read } of differences) {
        const known = byField.get(field)
        const first =
          known?.first ?? `${name}: ${quoted(placed)} was placed, the file now says ${quoted(read)}`
        byField.set(field, { orders: (known?.orders ?? 0) + 1, first })
      }
    },
    addRefused(name, reason) {
      orders += 1
      refusals.push(`${name}: ${reason}`)
    },
    count: () => orders,
    list: () => [
      ...[...byField].map(
        ([field, { orders: count, first }]) =>
          `${field} of ${count} ${count === 1 ? 'order' : 'orders'}, the first ${first}`,
      ),
      ...refusals
        .slice(0, 1)
        .map((first) => `${refusals.length} would be refused if they were placed now, the first ${first}`),
    ],
  }
}
