/** Circuit breaker on cockatiel: after an outage, calls fail fast for 2 s; then one probe is let through. */

import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { TimeoutError, withTimeout } from './timeout'

const OPEN_MS = 2_000

export interface CircuitBreaker {
  /** True while calls fail fast. */
  readonly isOpen: boolean
  /**
   * The result of `work`.
   * @throws TimeoutError after `ms` milliseconds, and at once while the breaker is open; what `work` throws
   */
  execute<T>(work: () => Promise<T>, ms: number): Promise<T>
  /** As `execute`, also while the breaker is open: an answer closes it. */
  probe<T>(work: () => Promise<T>, ms: number): Promise<T>
}

/** @param isDown whether an error means that the dependency is unavailable; all other errors are answers */
export const createCircuitBreaker = (isDown: (error: unknown) => boolean): CircuitBreaker => {
  const outages = new WeakSet<object>()
  let answerCount = 0
  let openedAtMs = 0

  const createPolicy = () => {
    const policy = circuitBreaker(
      handleWhen((error) => outages.has(error)),
      { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(1) },
    )
    policy.onBreak(() => {
      openedAtMs = Date.now()
    })
    return policy
  }
  let policy = createPolicy()

  const onAnswer = (): void => {
    answerCount += 1
    // cockatiel closes after its own probe only, and not if an older call failed while that probe ran.
    if (policy.state !== CircuitState.Closed) policy = createPolicy()
  }

  const attempt = async <T>(work: () => Promise<T>, ms: number): Promise<T> => {
    const answersBefore = answerCount
    try {
      const result = await withTimeout(work(), ms)
      onAnswer()
      return result
    } catch (error) {
      if (!isDown(error)) onAnswer()
      // One slow call is no outage while other calls are answered.
      else if (answerCount === answersBefore) outages.add(error as object)
      throw error
    }
  }

  // cockatiel makes calls wait while a probe runs, and reports "open" until somebody calls after the delay.
  const isOpen = (): boolean =>
    policy.state === CircuitState.HalfOpen ||
    (policy.state === CircuitState.Open && Date.now() - openedAtMs < OPEN_MS)

  return {
    get isOpen() {
      return isOpen()
    },
    execute: async (work, ms) => {
      if (isOpen()) throw new TimeoutError('the circuit breaker is open')
      return policy.execute(() => attempt(work, ms))
    },
    probe: (work, ms) => (isOpen() ? attempt(work, ms) : policy.execute(() => attempt(work, ms))),
  }
}
