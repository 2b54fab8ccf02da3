/** Activities that write the projection. */

import type { Database } from '../../db/client'
import { type IsCurrentRun, writeCase } from '../../db/projection/write-case'
import type { ProjectionActivities } from '../contract/activities'
import type { WorkflowView } from '../contract/cases/case'
import type { CaseKind } from '../contract/cases/case-ids'
import type { Log } from '../services/log'
import { createCircuitBreaker } from './circuit-breaker'
import { enqueueMentionMails } from './enqueue-mention-mails'

/** Below the 250 ms of the local activity, which the workflow task waits for. */
const FAST_TIMEOUT_MS = 230
const FAST_BREAKER_OPEN_MS = 10_000

/** Metrics of projection writes. */
export interface ProjectionMeter {
  /** @param lagMs from the change of the case, by the workflow's clock, to its row, by the worker's */
  recordWrite(kind: CaseKind, lagMs: number): void
  /** @param isOpen true while the quick way is not tried */
  setFastBreakerOpen(isResting: boolean): void
}

interface Deps {
  db: Database
  /** A pool of its own, with a statement time-out below the local activity's. */
  fastDb: Database
  isCurrentRun: IsCurrentRun
  log: Log
  meter?: ProjectionMeter
}

export const projectionActivities = ({
  db,
  fastDb,
  isCurrentRun,
  log,
  meter,
}: Deps): ProjectionActivities => {
  const breaker = createCircuitBreaker({
    openMs: FAST_BREAKER_OPEN_MS,
    timeoutMs: FAST_TIMEOUT_MS,
    onChange: (isResting) => meter?.setFastBreakerOpen(isResting),
  })
  const measure = ({ kind, updatedAt }: WorkflowView): void =>
    meter?.recordWrite(kind, Math.max(Date.now() - Date.parse(updatedAt), 0))
  return {
    saveCase: async (write) => {
      const result = await writeCase(db, write, isCurrentRun)
      // Not in saveCaseFast: only orders use it, and orders have no comments.
      await enqueueMentionMails(db, write)
      const { workflowId, runId, version } = write.view
      if (result === 'superseded')
        log.info(
          { workflowId, runId, version },
          'write superseded: the projection has this version or a newer one',
        )
      else measure(write.view)
    },
    saveCaseFast: async (write) => {
      const result = await breaker(() => writeCase(fastDb, write, isCurrentRun))
      if (result !== 'superseded') measure(write.view)
    },
  }
}
