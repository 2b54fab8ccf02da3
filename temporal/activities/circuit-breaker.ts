/** A circuit breaker: after a failure it refuses at once for a while, instead of making everybody wait. */

export interface CircuitBreakerOptions {
  /** Milliseconds that it refuses after a failure. */
  openMs: number
  /** Work that takes longer counts as failed, and is no longer waited for. */
  timeoutMs: number
  now?: () => number
  /** Told when it begins to refuse, and when it trusts again. */
  onChange?: (isResting: boolean) => void
}

export type CircuitBreaker = <T>(work: () => Promise<T>) => Promise<T>

const withTimeout = async <T>(work: Promise<T>, timeoutMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** @throws Error at once while it rests; else what the work throws, or an Error when it takes too long */
export const createCircuitBreaker = ({
  openMs: restMs,
  timeoutMs,
  now = Date.now,
  onChange,
}: CircuitBreakerOptions): CircuitBreaker => {
  let restsUntil = 0
  let isResting = false
  const change = (to: boolean): void => {
    if (to !== isResting) onChange?.(to)
    isResting = to
  }
  return async (work) => {
    if (now() < restsUntil) throw new Error('Not tried: it failed a moment ago')
    try {
      const result = await withTimeout(work(), timeoutMs)
      change(false)
      return result
    } catch (error) {
      restsUntil = now() + restMs
      change(true)
      throw error
    }
  }
}
