/** The counts that people were told lately. */

import type { CaseCounts } from '@/temporal/contract/cases/case-filter'
import type { Runtime } from '../platform/runtime'

/** One person's answer to one question. */
export interface CachedCounts {
  actorId: string
  atMs: number
  counts: Promise<CaseCounts>
  /** The last counts that came, for as long as no newer ones can be had. */
  last: CaseCounts | null
}

/** The process's memory, the longest untouched first. */
export const getCountCache = (runtime: Runtime): Map<string, CachedCounts> =>
  runtime.shared('case-counts', () => new Map<string, CachedCounts>())

/** Has this person's counts counted again when they next ask: they changed what is unread. */
export const invalidateCounts = (runtime: Runtime, actorId: string): void => {
  for (const known of getCountCache(runtime).values())
    if (known.actorId === actorId) known.atMs = Number.NEGATIVE_INFINITY
}
