/** The circuit breakers of this process: one for Postgres, one for Temporal. */

import { isAppError } from '@/temporal/contract/errors'
import type { Runtime } from '../runtime'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker'
import { isDatabaseDown } from './database-errors'
import { TimeoutError } from './timeout'

export const databaseBreaker = (runtime: Pick<Runtime, 'shared'>): CircuitBreaker =>
  runtime.shared('database-breaker', () => createCircuitBreaker(isDatabaseDown))

const isTemporalDown = (error: unknown): boolean =>
  error instanceof TimeoutError || (isAppError(error) && error.code === 'TEMPORAL_UNAVAILABLE')

/** For Temporal itself; a workflow that does not answer does not open it. */
export const temporalBreaker = (runtime: Pick<Runtime, 'shared'>): CircuitBreaker =>
  runtime.shared('temporal-breaker', () => createCircuitBreaker(isTemporalDown))
