/** Who waits for Postgres or Temporal asks here, so that one outage is waited for once. */

import { isAppError } from '@/temporal/contract/errors'
import type { Runtime } from '../runtime'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker'
import { isDatabaseDown } from './database-errors'
import { TimeoutError } from './timeout'

/** Postgres, for this process. */
export const databaseBreaker = (runtime: Pick<Runtime, 'shared'>): CircuitBreaker =>
  runtime.shared('database-rest', () => createCircuitBreaker(isDatabaseDown))

const isTemporalDown = (error: unknown): boolean =>
  error instanceof TimeoutError || (isAppError(error) && error.code === 'TEMPORAL_UNAVAILABLE')

/** Temporal itself, for this process; a workflow that does not answer is another matter. */
export const temporalBreaker = (runtime: Pick<Runtime, 'shared'>): CircuitBreaker =>
  runtime.shared('temporal-rest', () => createCircuitBreaker(isTemporalDown))
