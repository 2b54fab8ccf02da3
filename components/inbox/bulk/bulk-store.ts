/** The bulk run of this console, if there is one: kept above the pages, and apart from what runs it. */

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
  /** Cases of which the server said that it is done. */
  done: readonly CaseItem[]
  refused: readonly Refused[]
  /** Cases not sent, because the run was stopped. */
  unsent: readonly CaseItem[]
  isStopping: boolean
  startedAtMs: number
  /** Null while it runs. */
  endedAtMs: number | null
}

let current: BulkRun | null = null
const listeners = new Set<() => void>()

export const currentRun = (): BulkRun | null => current

/** Calls `listener` at every step of a run. Returns how to stop. */
export const subscribeToRun = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Replaces the run and tells who listens. */
export const setRun = (next: BulkRun | null) => {
  current = next
  for (const listener of listeners) listener()
}

/** Changes a part of the run, if there is one. */
export const patchRun = (more: (run: BulkRun) => Partial<BulkRun>) => {
  if (current) setRun({ ...current, ...more(current) })
}

/** Sends no further cases; those under way are waited for. */
export const stopRun = (): void => patchRun(() => ({ isStopping: true }))

/** Puts the summary of a run away. */
export const dismissRun = (): void => {
  if (current?.endedAtMs !== null) setRun(null)
}
