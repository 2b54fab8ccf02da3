/** What is known of the activity that is running: its log lines take it from here. */

import { AsyncLocalStorage } from 'node:async_hooks'

export interface ActivityFacts {
  activity: string
  workflowId: string
  runId: string
  caseId?: string
  traceId?: string
}

const facts = new AsyncLocalStorage<ActivityFacts>()

/** Runs `work` as the activity that `known` describes. */
export const asActivity = <T>(known: ActivityFacts, work: () => T): T => facts.run(known, work)

/** What every log line of the current activity says; nothing outside of one. */
export const activityFields = (): object => ({ ...facts.getStore() })
