/** Orders with a number whose rows were placed before as orders of their own, under the keys of the rows. */

import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { linesOf, type PlannedOrder } from './orders/plan'
import { findPlaced } from './placed-before'
import { quoted } from './read/printable'
import type { Row } from './read/row'

export interface PlacedByRow {
  order: PlannedOrder
  /** The first of its rows that was placed. */
  first: PlacementResponse
  /** Rows that were not placed. */
  missing: Row[]
}

const toPlacedByRow = (
  order: PlannedOrder,
  placed: ReadonlyMap<string, PlacementResponse>,
): PlacedByRow | [] => {
  const [first] = order.formerKeys.flatMap((key) => placed.get(key) ?? [])
  const missing = order.rows.filter((_, at) => !placed.has(order.formerKeys[at] ?? ''))
  return first ? { order, first, missing } : []
}

/** Those of `orders`, of which none was placed under its number, that were placed row by row. */
export const findPlacedByRow = async (
  orders: readonly PlannedOrder[],
  api: Pick<ImportApi, 'placements'>,
): Promise<PlacedByRow[]> => {
  const placed = await findPlaced(
    orders.flatMap(({ formerKeys }) => formerKeys),
    api,
  )
  return orders.flatMap((order) => toPlacedByRow(order, placed))
}

const partNote = (found: readonly PlacedByRow[]): string => {
  const parts = found.filter(({ missing }) => missing.length > 0)
  const [first] = parts
  return first
    ? ` Of ${parts.length} of them not every row was placed, the first ${quoted(first.order.number ?? '')} without ${linesOf(first.missing)}.`
    : ''
}

/** What was found, said once. */
export const placedByRowNotes = (found: readonly PlacedByRow[]): string[] => {
  const [first] = found
  if (!first) return []
  const what = found.length === 1 ? '1 order was' : `${found.length} orders were`
  return [
    `${what} placed row by row before, the first ${quoted(first.order.number ?? '')} on ${first.first.placedAt.slice(0, 10)}; they are not placed again.${partNote(found)}`,
  ]
}
