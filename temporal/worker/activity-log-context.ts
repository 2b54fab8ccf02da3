/** What is known of the activity that is running: its log lines take it from here. */

import { AsyncLocalStorage } from 'node:async_hooks'

export interface ActivityLogFields {
  activity: string
  workflowId: string
  runId: string
  caseId?: string
  traceId?: string
}

const storage = new AsyncLocalStorage<ActivityLogFields>()

/** Runs `work` as the activity that `known` describes. */
export const runInLogContext = <T>(known: ActivityLogFields, work: () => T): T => storage.run(known, work)

/** What every log line of the current activity says; nothing outside of one. */
export const getActivityLogFields = (): object => ({ ...storage.getStore() })
