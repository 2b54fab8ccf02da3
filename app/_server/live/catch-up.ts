/** Reads missed notifications from the projection. */

import type { CaseNotification } from '@/db/case-notification'
import type { CaseChanges } from '@/db/queries/cases/case-changes'

export type FindChanges = (sinceMs: number | null, limit: number) => Promise<CaseChanges>

const LIMIT = 1_000
/** `written_at` is the start of a transaction, so a row may become visible after rows with a later time. */
const OVERLAP_MS = 15_000

export interface CatchUp {
  /** Notifies of every change since the last time at which nothing had been missed. */
  run(): Promise<void>
  /** Reports that nothing was missed until `nowMs`, by the clock of Postgres. */
  markCaughtUp(nowMs: number): void
}

/**
 * @param notify gets each missed notification once
 * @param onGap called when too many changes were missed, and at the first run
 */
export const createCatchUp = (
  find: FindChanges,
  notify: (notification: CaseNotification) => void,
  onGap: () => void,
): CatchUp => {
  let sinceMs: number | null = null
  /** Versions of the last run, whose changes within the overlap are read again. */
  let lastVersions = new Map<string, number>()
  const markCaughtUp = (nowMs: number): void => {
    sinceMs = nowMs - OVERLAP_MS
  }

  return {
    markCaughtUp,
    async run() {
      const isFirst = sinceMs === null
      const { notifications, nowMs, isComplete } = await find(sinceMs, LIMIT)
      markCaughtUp(nowMs)
      const versionsBefore = lastVersions
      lastVersions = new Map(notifications.map(({ caseId, version }) => [caseId, version]))
      if (isFirst || !isComplete) return onGap()
      for (const notification of notifications)
        if (versionsBefore.get(notification.caseId) !== notification.version) notify(notification)
    },
  }
}
