/** The counts that people were told lately. */

import type { CaseCounts } from '@/temporal/contract/filter'
import type { Runtime } from '../runtime'

/** One person's answer to one question. */
export interface KnownCounts {
  actorId: string
  atMs: number
  counts: Promise<CaseCounts>
  /** The last counts that came, for as long as no newer ones can be had. */
  last: CaseCounts | null
}

/** The process's memory, the longest untouched first. */
export const knownCounts = (runtime: Runtime): Map<string, KnownCounts> =>
  runtime.shared('case-counts', () => new Map<string, KnownCounts>())

/** Has this person's counts counted again when they next ask: they changed what is unread. */
export const outdateCounts = (runtime: Runtime, actorId: string): void => {
  for (const known of knownCounts(runtime).values())
    if (known.actorId === actorId) known.atMs = Number.NEGATIVE_INFINITY
}
