/** Rows that are rejected today and were placed before, by an earlier release or mapping: they must not be mended. */

import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { linesOf, type Rejection } from './orders/plan'
import { findPlaced } from './placed-before'
import type { Row } from './read/row'

/** A rejected row that was placed by itself. */
export interface RejectedRow {
  order: { number: string | null; rows: Row[] }
  reason: string
  key: string
  before: PlacementResponse | null
  isSkipped: boolean
}

export interface PlacedRejection {
  rows: Row[]
  reason: string
  before: PlacementResponse
}

interface Found {
  /** All that was placed under the keys. */
  placed: Map<string, PlacementResponse>
  /** Rejected orders that were placed under their number. */
  orders: PlacedRejection[]
  /** Rows of other rejections that were placed. */
  rows: RejectedRow[]
}

const toRows = (rejection: Rejection, placed: ReadonlyMap<string, PlacementResponse>): RejectedRow[] =>
  rejection.rows.flatMap((row, at): RejectedRow | [] => {
    const key = rejection.rowKeys[at] ?? ''
    const before = placed.get(key)
    if (!before) return []
    const { number, reason } = rejection
    return { order: { number, rows: [row] }, reason, key, before, isSkipped: false }
  })

/** What was placed of `rejections`. */
export const lookUpRejections = async (
  rejections: readonly Rejection[],
  api: Pick<ImportApi, 'placements'>,
): Promise<Found> => {
  const keys = rejections.flatMap(({ key, rowKeys }) => (key === null ? rowKeys : [key, ...rowKeys]))
  const placed = await findPlaced(keys, api)
  const found: Found = { placed, orders: [], rows: [] }
  for (const rejection of rejections) {
    const before = rejection.key === null ? undefined : placed.get(rejection.key)
    if (before) found.orders.push({ rows: rejection.rows, reason: rejection.reason, before })
    else found.rows.push(...toRows(rejection, placed))
  }
  return found
}

/** The rejections without the rows that were placed. */
export const withoutPlaced = (
  rejections: readonly Rejection[],
  placed: readonly PlacedRejection[],
): Rejection[] => {
  const gone = new Set(placed.flatMap(({ rows }) => rows))
  return rejections
    .map(({ rows, rowKeys, ...rejection }) => ({
      ...rejection,
      rows: rows.filter((row) => !gone.has(row)),
      rowKeys: rowKeys.filter((_, at) => rows.slice(at, at + 1).every((row) => !gone.has(row))),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** What was found, said once. */
export const placedRejectionNotes = (placed: readonly PlacedRejection[]): string[] => {
  const [first] = placed
  if (!first) return []
  const rows = placed.flatMap((rejection) => rejection.rows).length
  return [
    `${rows} ${rows === 1 ? 'row' : 'rows'} that would be rejected today, the first ${linesOf(first.rows)} (${first.reason}), ${rows === 1 ? 'was' : 'were'} placed before, the first on ${first.before.placedAt.slice(0, 10)}: what was placed stays as it is, and is not in the file of rejects.`,
  ]
}
