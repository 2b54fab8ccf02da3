/** Exponential back-off: one formula for browser, web, worker and workflows. */

export interface Backoff {
  /** Delay before the first retry, in milliseconds. */
  firstMs: number
  /** Upper bound of the delay, in milliseconds. */
  maxMs: number
  /** Growth from one retry to the next; 2 unless given. */
  factor?: number
  /** Spreads the delay between half of it and all of it, so that many callers do not retry together. */
  jitter?: boolean
}

/** Delay in milliseconds before a retry. @param retry 0 for the first one */
export const backoffMs = (retry: number, { firstMs, maxMs, factor = 2, jitter = false }: Backoff): number =>
  Math.min(maxMs, firstMs * factor ** retry) * (jitter ? 0.5 + Math.random() / 2 : 1)
