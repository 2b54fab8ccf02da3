/** The selection of a list: an immutable value and its changes. */

import type { CaseItem } from '@/temporal/contract/cases/case'

export interface Selection {
  /** Selected cases by id in their latest version; also those of other pages. */
  items: ReadonlyMap<string, CaseItem>
  /** Start of a range: the row that was selected last. */
  anchorId: string | null
}

export const EMPTY_SELECTION: Selection = { items: new Map(), anchorId: null }

const withItems = ({ items }: Selection, more: readonly CaseItem[], anchorId: string | null): Selection => ({
  items: new Map([...items, ...more.map((item) => [item.caseId, item] as const)]),
  anchorId,
})

/** Selects or deselects a row. */
export const toggleItem = (selection: Selection, item: CaseItem): Selection => {
  if (!selection.items.has(item.caseId)) return withItems(selection, [item], item.caseId)
  const items = new Map(selection.items)
  items.delete(item.caseId)
  return { items, anchorId: item.caseId }
}

/** Selects all rows from the anchor to `item`, or `item` alone if the anchor is not on this page. */
export const extendSelection = (
  selection: Selection,
  rows: readonly CaseItem[],
  item: CaseItem,
): Selection => {
  const at = (id: string | null) => rows.findIndex(({ caseId }) => caseId === id)
  const [from, to] = [at(selection.anchorId), at(item.caseId)]
  if (from < 0 || to < 0) return withItems(selection, [item], item.caseId)
  return withItems(selection, rows.slice(Math.min(from, to), Math.max(from, to) + 1), selection.anchorId)
}

/** The selection without these cases; others that were selected meanwhile stay. */
export const removeItems = ({ items, anchorId }: Selection, removed: readonly CaseItem[]): Selection => {
  const remaining = new Map(items)
  for (const { caseId } of removed) remaining.delete(caseId)
  return { items: remaining, anchorId: anchorId !== null && remaining.has(anchorId) ? anchorId : null }
}

/** Selects all of `rows`, or deselects them if all are selected. */
export const toggleItems = (selection: Selection, rows: readonly CaseItem[]): Selection => {
  if (!rows.every(({ caseId }) => selection.items.has(caseId)))
    return withItems(selection, rows, selection.anchorId)
  return removeItems(selection, rows)
}

/** The selection with newer versions of its cases; the same object if unchanged. */
export const updateItems = (selection: Selection, rows: readonly CaseItem[]): Selection => {
  const newer = rows.filter((row) => {
    const selected = selection.items.get(row.caseId)
    return selected && selected !== row && selected.version <= row.version
  })
  return newer.length === 0 ? selection : withItems(selection, newer, selection.anchorId)
}
