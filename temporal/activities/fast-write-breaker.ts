/** Circuit breaker of the projection write that a workflow task waits for. */

import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'

/** Below the 250 ms that the workflow task waits for the local activity. */
export const FAST_TIMEOUT_MS = 230
const OPEN_MS = 10_000

type Breaker = <T>(work: () => Promise<T>) => Promise<T>

/**
 * A breaker that opens with the first failure or time-out (230 ms); 10 s later one probe is let through.
 * The returned function throws what the work throws, and a cockatiel error at once while the breaker is open.
 * @param onChange gets `true` when the breaker opens and `false` when it closes
 */
export const createFastWriteBreaker = (onChange: (isOpen: boolean) => void): Breaker => {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(1) })
  breaker.onStateChange((state) => onChange(state !== CircuitState.Closed))
  const policy = wrap(breaker, timeout(FAST_TIMEOUT_MS, TimeoutStrategy.Aggressive))
  return async (work) => {
    // cockatiel would make this call wait for the probe, and the workflow task with it.
    if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError()
    return policy.execute(work)
  }
}
