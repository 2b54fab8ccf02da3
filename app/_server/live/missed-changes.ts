/** Catching up with notices that nobody heard, by what the projection says was written meanwhile. */

import type { CaseNotice } from '@/db/notify'
import type { Changes } from '@/db/queries/changes'

export type FindChanges = (sinceMs: number | null, limit: number) => Promise<Changes>

const LIMIT = 1_000
/** A row carries the time its transaction began, so it may appear later than rows that look newer. */
const OVERLAP_MS = 15_000

export interface MissedChanges {
  /** Tells of everything written since the last time that nothing had been missed. */
  catchUp(): Promise<void>
  /** Says that until `nowMs` of Postgres' clock nothing was missed. */
  heardUntil(nowMs: number): void
}

/**
 * @param tell gets each missed notice once
 * @param gap called where it cannot be told what was missed
 */
export const createMissedChanges = (
  find: FindChanges,
  tell: (notice: CaseNotice) => void,
  gap: () => void,
): MissedChanges => {
  let sinceMs: number | null = null
  /** What the last look saw: its overlap is seen again and not told again. */
  let seen = new Map<string, number>()
  const heardUntil = (nowMs: number): void => {
    sinceMs = nowMs - OVERLAP_MS
  }

  return {
    heardUntil,
    async catchUp() {
      const isFirst = sinceMs === null
      const { notices, nowMs, isComplete } = await find(sinceMs, LIMIT)
      heardUntil(nowMs)
      const before = seen
      seen = new Map(notices.map(({ caseId, version }) => [caseId, version]))
      if (isFirst || !isComplete) return gap()
      for (const notice of notices) if (before.get(notice.caseId) !== notice.version) tell(notice)
    },
  }
}
