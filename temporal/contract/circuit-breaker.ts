/** Circuit breaker: after an outage, calls fail fast for a while; then one probe is let through. */

export interface BreakerOptions {
  /** How long calls fail fast after an outage, in milliseconds. */
  openMs: number
  /** What an error says about the dependency: it is unavailable, it answered, or nothing (`null`). */
  classify(error: unknown): 'outage' | 'answer' | null
  /** Gets `true` when the breaker opens and `false` when it closes. */
  onChange?(isOpen: boolean): void
}

export interface CircuitBreaker {
  /** True while calls fail fast. */
  readonly isOpen: boolean
  /** The result of `work`. @throws CircuitOpenError at once while the breaker is open; what `work` throws */
  execute<T>(work: () => Promise<T>): Promise<T>
  /** As `execute`, also while the breaker is open: an answer closes it, an outage keeps it open. */
  probe<T>(work: () => Promise<T>): Promise<T>
}

/** Has the code of a time-out, since callers treat both alike. */
class CircuitOpenError extends Error {
  override readonly name = 'CircuitOpenError'
  readonly code = 'ETIMEDOUT'
}

/** A breaker that is closed. It sets no time-out: `work` must end by itself. */
export const createCircuitBreaker = ({ openMs, classify, onChange }: BreakerOptions): CircuitBreaker => {
  let isClosed = true
  let openUntilMs = 0
  let runningProbes = 0
  let answerCount = 0

  const setClosed = (to: boolean): void => {
    if (to !== isClosed) onChange?.(!to)
    isClosed = to
  }
  const onAnswer = (): void => {
    answerCount += 1
    setClosed(true)
  }
  const onOutage = (): void => {
    openUntilMs = Date.now() + openMs
    setClosed(false)
  }
  // A running probe keeps the breaker open, so that nobody else waits for the dependency.
  const isOpen = (): boolean => !isClosed && (runningProbes > 0 || Date.now() < openUntilMs)

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const answersBefore = answerCount
    const probes = isClosed ? 0 : 1
    runningProbes += probes
    try {
      const result = await work()
      onAnswer()
      return result
    } catch (error) {
      const verdict = classify(error)
      if (verdict === 'answer') onAnswer()
      // One slow call is no outage while other calls are answered.
      if (verdict === 'outage' && answerCount === answersBefore) onOutage()
      throw error
    } finally {
      runningProbes -= probes
    }
  }

  return {
    get isOpen() {
      return isOpen()
    },
    execute: async (work) => {
      if (isOpen()) throw new CircuitOpenError('the circuit breaker is open')
      return run(work)
    },
    probe: run,
  }
}
