/** Rows that stay where they are: a live list updates them in place and never moves what a person points at. */

import type { CaseItem } from '@/temporal/contract/cases/case'

export interface StableRows {
  rows: readonly CaseItem[]
  /** Rows that the newest answer no longer has; shown as they last were until nobody points at the list. */
  removedIds: ReadonlySet<string>
  /** Rows of the newest answer that are not shown yet. */
  newCount: number
}

/** Rows of a first answer. */
export const freshRows = (items: readonly CaseItem[]): StableRows => ({
  rows: items,
  removedIds: new Set(),
  newCount: 0,
})

/** What keeps rows where they are. */
export interface RowFreeze {
  /** Somebody's pointer is in the list: nothing may move. */
  isPointedAt: boolean
  /** The case that is open beside the list: its row stays. */
  openId: string | null
}

interface NewRows {
  /** Rows of the newest answer that belong between or before the shown ones. */
  between: number
  /** Rows that follow the last shown one: they move nothing. */
  after: CaseItem[]
}

/** Tells new rows from those that only moved up from the next page. */
const splitNewRows = (shownIds: ReadonlySet<string>, items: readonly CaseItem[]): NewRows => {
  const last = items.findLastIndex(({ caseId }) => shownIds.has(caseId))
  const isNew = ({ caseId }: CaseItem) => !shownIds.has(caseId)
  return { between: items.slice(0, last + 1).filter(isNew).length, after: items.slice(last + 1) }
}

/** Rows at the end that new ones pushed onto the next page: they have not left the list. */
const pushedOut = (rows: readonly CaseItem[], isMissing: (row: CaseItem) => boolean, count: number) => {
  const last = rows.findLastIndex((row) => !isMissing(row))
  return new Set(rows.slice(last + 1, last + 1 + count))
}

/** What to show after the same list was read again. */
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
