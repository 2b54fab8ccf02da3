/** Catching up with notices that nobody heard, by what the projection says was written meanwhile. */

import type { CaseNotification } from '@/db/case-notification'
import type { CaseChanges } from '@/db/queries/cases/case-changes'

export type FindChanges = (sinceMs: number | null, limit: number) => Promise<CaseChanges>

const LIMIT = 1_000
/** A row carries the time its transaction began, so it may appear later than rows that look newer. */
const OVERLAP_MS = 15_000

export interface CatchUp {
  /** Tells of everything written since the last time that nothing had been missed. */
  run(): Promise<void>
  /** Says that until `nowMs` of Postgres' clock nothing was missed. */
  markCaughtUp(nowMs: number): void
}

/**
 * @param tell gets each missed notice once
 * @param gap called where it cannot be told what was missed
 */
export const createCatchUp = (
  find: FindChanges,
  tell: (notice: CaseNotification) => void,
  gap: () => void,
): CatchUp => {
  let sinceMs: number | null = null
  /** What the last look saw: its overlap is seen again and not told again. */
  let seen = new Map<string, number>()
  const markCaughtUp = (nowMs: number): void => {
    sinceMs = nowMs - OVERLAP_MS
  }

  return {
    markCaughtUp,
    async run() {
      const isFirst = sinceMs === null
      const { notifications: notices, nowMs, isComplete } = await find(sinceMs, LIMIT)
      markCaughtUp(nowMs)
      const before = seen
      seen = new Map(notices.map(({ caseId, version }) => [caseId, version]))
      if (isFirst || !isComplete) return gap()
      for (const notice of notices) if (before.get(notice.caseId) !== notice.version) tell(notice)
    },
  }
}
