'use client'

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CaseItem } from '@/temporal/contract/cases/case'
import {
  EMPTY_SELECTION,
  extendSelection,
  removeItems,
  type Selection,
  toggleItem,
  toggleItems,
  updateItems,
} from './selection'

/** Outside of the pages: a selection outlives paging, opening a case and changing the list. */
const selections = new Map<string, Selection>()
const listeners = new Set<() => void>()

const MAX_LISTS = 50

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const setSelection = (key: string, next: Selection) => {
  selections.delete(key)
  selections.set(key, next)
  const [oldest] = selections.keys()
  if (selections.size > MAX_LISTS && oldest !== undefined) selections.delete(oldest)
  for (const listener of listeners) listener()
}

const getSelection = (key: string): Selection => selections.get(key) ?? EMPTY_SELECTION

export interface SelectionHandle {
  selection: Selection
  toggle: (item: CaseItem) => void
  extendTo: (item: CaseItem) => void
  toggleAll: () => void
  clear: () => void
  /** Deselects these cases. */
  deselect: (items: readonly CaseItem[]) => void
}

/**
 * The selection of one list. Its functions are stable between renders.
 * @param key of the list: its filters and the viewer, without the page
 */
export const useSelection = (key: string, rows: readonly CaseItem[]): SelectionHandle => {
  const selection = useSyncExternalStore(
    subscribe,
    () => getSelection(key),
    () => EMPTY_SELECTION,
  )
  const shown = useRef(rows)
  useEffect(() => {
    shown.current = rows
    const next = updateItems(getSelection(key), rows)
    if (next !== getSelection(key)) setSelection(key, next)
  }, [key, rows])
  const toggle = useCallback(
    (item: CaseItem) => setSelection(key, toggleItem(getSelection(key), item)),
    [key],
  )
  const extendTo = useCallback(
    (item: CaseItem) => setSelection(key, extendSelection(getSelection(key), shown.current, item)),
    [key],
  )
  const toggleAll = useCallback(() => setSelection(key, toggleItems(getSelection(key), shown.current)), [key])
  const clear = useCallback(() => setSelection(key, EMPTY_SELECTION), [key])
  const deselect = useCallback(
    (items: readonly CaseItem[]) => setSelection(key, removeItems(getSelection(key), items)),
    [key],
  )
  return useMemo(
    () => ({ selection, toggle, extendTo, toggleAll, clear, deselect }),
    [selection, toggle, extendTo, toggleAll, clear, deselect],
  )
}
