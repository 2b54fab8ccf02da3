/** Activities that write the projection. */

import type { Database } from '../../db/client'
import { type IsCurrentRun, writeCase } from '../../db/projection'
import type { ProjectionActivities } from '../contract/activities'
import type { Log } from '../services/log'
import { createBreaker } from './breaker'

/** Below the 250 ms that the workflow task waits for the local activity. */
const FAST_TIMEOUT_MS = 230
const FAST_REST_MS = 10_000

interface Deps {
  db: Database
  /** A pool of its own, with a statement time-out below the local activity's. */
  fastDb: Database
  isCurrentRun: IsCurrentRun
  log: Log
}

export const projectionActivities = ({ db, fastDb, isCurrentRun, log }: Deps): ProjectionActivities => {
  const breaker = createBreaker({ restMs: FAST_REST_MS, timeoutMs: FAST_TIMEOUT_MS })
  return {
    saveCase: async (write) => {
      const result = await writeCase(db, write, isCurrentRun)
      const { workflowId, runId, version } = write.view
      if (result === 'superseded')
        log.info({ workflowId, runId, version }, 'projection is newer than this write')
    },
    saveCaseFast: async (write) => {
      await breaker(() => writeCase(fastDb, write, isCurrentRun))
    },
  }
}
