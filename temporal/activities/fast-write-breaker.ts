/** Circuit breaker of the projection write that a workflow task waits for. */

import { TimeoutStrategy, timeout } from 'cockatiel'
import { createCircuitBreaker } from '../contract/circuit-breaker'

/** Below the 250 ms that the workflow task waits for the local activity. */
export const FAST_TIMEOUT_MS = 230
const OPEN_MS = 10_000

/**
 * A breaker that opens with the first failure or time-out (230 ms); 10 s later one probe is let through.
 * The returned function throws what the work throws, and CircuitOpenError at once while the breaker is open.
 * @param onChange gets `true` when the breaker opens and `false` when it closes
 */
export const createFastWriteBreaker = (onChange: (isOpen: boolean) => void) => {
  const breaker = createCircuitBreaker({ openMs: OPEN_MS, classify: () => 'outage', onChange })
  const fastTimeout = timeout(FAST_TIMEOUT_MS, TimeoutStrategy.Aggressive)
  return <T>(work: () => Promise<T>): Promise<T> => breaker.execute(() => fastTimeout.execute(work))
}
