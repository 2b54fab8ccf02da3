/** Log fields of the running activity, added to each of its log lines. */

import { AsyncLocalStorage } from 'node:async_hooks'

export interface ActivityLogFields {
  activity: string
  workflowId: string
  runId: string
  caseId?: string
  traceId?: string
}

const storage = new AsyncLocalStorage<ActivityLogFields>()

/** Runs `work` with these log fields. */
export const runInLogContext = <T>(fields: ActivityLogFields, work: () => T): T => storage.run(fields, work)

/** The log fields of the current activity; empty outside of one. */
export const getActivityLogFields = (): object => ({ ...storage.getStore() })
