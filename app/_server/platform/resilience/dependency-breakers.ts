/** The circuit breakers of this process: one for Postgres, one for Temporal. */

import { isAppError } from '@/temporal/contract/errors'
import type { Runtime } from '../runtime'
import { type BreakerWithTimeout, createBreakerWithTimeout } from './breaker-with-timeout'
import { classifyDatabaseError } from './database-errors'
import { isTimeout } from './timeout'

export const databaseBreaker = (runtime: Pick<Runtime, 'shared'>): BreakerWithTimeout =>
  runtime.shared('database-breaker', () => createBreakerWithTimeout(classifyDatabaseError))

const classifyTemporalError = (error: unknown): 'outage' | null =>
  isTimeout(error) || (isAppError(error) && error.code === 'TEMPORAL_UNAVAILABLE') ? 'outage' : null

/** For Temporal itself; a workflow that does not answer does not open it. */
export const temporalBreaker = (runtime: Pick<Runtime, 'shared'>): BreakerWithTimeout =>
  runtime.shared('temporal-breaker', () => createBreakerWithTimeout(classifyTemporalError))
