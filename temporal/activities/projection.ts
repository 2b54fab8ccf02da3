/** Activities that write the projection. */

import type { Database } from '../../db/client'
import { type IsCurrentRun, writeCase } from '../../db/projection/write-case'
import type { ProjectionActivities } from '../contract/activities'
import type { WorkflowView } from '../contract/cases/case'
import type { CaseKind } from '../contract/cases/case-ids'
import type { Log } from '../services/log'
import { enqueueNotices } from './enqueue-notices'
import { createFastWriteBreaker } from './fast-write-breaker'

/** Metrics of projection writes. */
export interface ProjectionMeter {
  /** @param lagMs from the change of the case (clock of the workflow) to its row (clock of the worker) */
  recordWrite(kind: CaseKind, lagMs: number): void
  /** @param isOpen true while fast writes are refused */
  setFastBreakerOpen(isOpen: boolean): void
}

interface Deps {
  db: Database
  /** A separate pool, with a statement time-out below the one of the local activity. */
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
  const breaker = createFastWriteBreaker((isOpen) => meter?.setFastBreakerOpen(isOpen))
  const measure = ({ kind, updatedAt }: WorkflowView): void =>
    meter?.recordWrite(kind, Math.max(Date.now() - Date.parse(updatedAt), 0))
  return {
    saveCase: async (write) => {
      const result = await writeCase(db, write, isCurrentRun)
      // Not in saveCaseFast: only orders use it, and only approvals have notices.
      await enqueueNotices(db, write)
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
