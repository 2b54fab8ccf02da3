/** Who waits for Postgres or Temporal asks here, so that one outage is waited for once. */

import { isRefusal } from '@/temporal/contract/errors'
import { isDatabaseDown } from './http/database-errors'
import { DeadlineError } from './http/deadline'
import { createRest, type Rest } from './http/rest'
import type { Runtime } from './runtime'

/** Postgres, for this process. */
export const databaseRest = (runtime: Pick<Runtime, 'shared'>): Rest =>
  runtime.shared('database-rest', () => createRest(isDatabaseDown))

const isTemporalDown = (error: unknown): boolean =>
  error instanceof DeadlineError || (isRefusal(error) && error.code === 'TEMPORAL_UNAVAILABLE')

/** Temporal itself, for this process; a workflow that does not answer is another matter. */
export const temporalRest = (runtime: Pick<Runtime, 'shared'>): Rest =>
  runtime.shared('temporal-rest', () => createRest(isTemporalDown))
