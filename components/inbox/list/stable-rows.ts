/** Rows that keep their position: a live list updates them in place and moves nothing under the pointer. */

import type { CaseItem } from '@/temporal/contract/cases/case'

export interface StableRows {
  rows: readonly CaseItem[]
  /** Rows that the latest response no longer contains; shown until the pointer leaves the list. */
  removedIds: ReadonlySet<string>
  /** Rows of the latest response that are not shown yet. */
  newCount: number
}

/** Rows of a first response. */
export const freshRows = (items: readonly CaseItem[]): StableRows => ({
  rows: items,
  removedIds: new Set(),
  newCount: 0,
})

/** Conditions that keep rows in place. */
export interface RowFreeze {
  /** The pointer is in the list. */
  isPointedAt: boolean
  /** The case that is open beside the list, whose row stays. */
  openId: string | null
}

interface NewRows {
  /** Rows of the latest response that belong between or before the shown ones. */
  between: number
  /** Rows after the last shown one, which move nothing. */
  after: CaseItem[]
}

/** Separates new rows from those that moved up from the next page. */
const splitNewRows = (shownIds: ReadonlySet<string>, items: readonly CaseItem[]): NewRows => {
  const last = items.findLastIndex(({ caseId }) => shownIds.has(caseId))
  const isNew = ({ caseId }: CaseItem) => !shownIds.has(caseId)
  return { between: items.slice(0, last + 1).filter(isNew).length, after: items.slice(last + 1) }
}

/** Rows at the end that new ones pushed onto the next page: they are not removed. */
const pushedOut = (rows: readonly CaseItem[], isMissing: (row: CaseItem) => boolean, count: number) => {
  const last = rows.findLastIndex((row) => !isMissing(row))
  return new Set(rows.slice(last + 1, last + 1 + count))
}

/** Merges a refetched list into the shown rows. */
export const mergeRows = (
  shown: StableRows,
  items: readonly CaseItem[],
  { isPointedAt, openId }: RowFreeze,
): StableRows => {
  const byId = new Map(items.map((item) => [item.caseId, item]))
  const isMissing = ({ caseId }: CaseItem) => !byId.has(caseId)
  if (shown.rows.every(isMissing) && !isPointedAt) return freshRows(items)
  const { between, after } = splitNewRows(new Set(shown.rows.map(({ caseId }) => caseId)), items)
  const pushed = pushedOut(shown.rows, isMissing, between)
  const isRemoved = (row: CaseItem) => isMissing(row) && !pushed.has(row)
  const retained = isPointedAt
    ? shown.rows
    : shown.rows.filter((row) => row.caseId === openId || !isRemoved(row))
  return {
    rows: [...retained.map((row) => byId.get(row.caseId) ?? row), ...after],
    removedIds: new Set(retained.filter(isRemoved).map(({ caseId }) => caseId)),
    newCount: between,
  }
}
