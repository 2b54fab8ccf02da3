/** Store of the bulk run, outside of the pages, which change during it. */

import type { CaseItem } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { BulkVerb } from './bulk-plan'

export interface Refused {
  item: CaseItem
  problem: Problem
}

export interface BulkRun {
  verb: BulkVerb
  total: number
  /** Cases that the server confirmed. */
  done: readonly CaseItem[]
  refused: readonly Refused[]
  /** Cases that were not sent because the run was stopped. */
  unsent: readonly CaseItem[]
  isStopping: boolean
  startedAtMs: number
  /** Null while it is running. */
  endedAtMs: number | null
}

let current: BulkRun | null = null
const listeners = new Set<() => void>()

export const currentRun = (): BulkRun | null => current

/** Calls `listener` at each step of a run. Returns a function that unsubscribes. */
export const subscribeToRun = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Replaces the run and notifies the listeners. */
export const setRun = (next: BulkRun | null) => {
  current = next
  for (const listener of listeners) listener()
}

/** Updates fields of the run, if there is one. */
export const patchRun = (more: (run: BulkRun) => Partial<BulkRun>) => {
  if (current) setRun({ ...current, ...more(current) })
}

/** Sends no further cases; pending requests are awaited. */
export const stopRun = (): void => patchRun(() => ({ isStopping: true }))

/** Dismisses the summary of a run. */
export const dismissRun = (): void => {
  if (current?.endedAtMs !== null) setRun(null)
}
