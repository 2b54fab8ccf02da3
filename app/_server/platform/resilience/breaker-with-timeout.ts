/** The circuit breaker of the web process: open for 2 s after an outage, with a time-out for each call. */

import { type BreakerOptions, createCircuitBreaker } from '@/temporal/contract/circuit-breaker'
import { withTimeout } from './timeout'

const OPEN_MS = 2_000

export interface BreakerWithTimeout {
  /** True while calls fail fast. */
  readonly isOpen: boolean
  /**
   * The result of `work`.
   * @throws TimeoutError after `ms` milliseconds; CircuitOpenError, with the same code, at once while the breaker is
   * open; what `work` throws
   */
  execute<T>(work: () => Promise<T>, ms: number): Promise<T>
  /** As `execute`, also while the breaker is open: an answer closes it, an outage keeps it open. */
  probe<T>(work: () => Promise<T>, ms: number): Promise<T>
}

export const createBreakerWithTimeout = (classify: BreakerOptions['classify']): BreakerWithTimeout => {
  const breaker = createCircuitBreaker({ openMs: OPEN_MS, classify })
  return {
    get isOpen() {
      return breaker.isOpen
    },
    execute: (work, ms) => breaker.execute(() => withTimeout(work(), ms)),
    probe: (work, ms) => breaker.probe(() => withTimeout(work(), ms)),
  }
}
