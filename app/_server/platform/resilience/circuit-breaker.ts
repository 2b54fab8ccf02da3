/**
 * Lets a part that does not answer rest: whoever needs it meanwhile is told at once instead of waiting as well, and
 * one at a time tries whether it is back.
 */

import { TimeoutError, withTimeout } from './timeout'

const OPEN_MS = 2_000

export interface CircuitBreaker {
  /** True while nobody should wait for the part. */
  readonly isOpen: boolean
  /**
   * The answer of `work`.
   * @throws TimeoutError after `ms` milliseconds, and at once while the part rests; what `work` throws
   */
  execute<T>(work: () => Promise<T>, ms: number): Promise<T>
  /** As `ask`, also while the part rests: an answer ends the rest. */
  probe<T>(work: () => Promise<T>, ms: number): Promise<T>
}

/** @param isDown whether an error says that the part is away, rather than what was asked of it */
export const createCircuitBreaker = (
  isDown: (error: unknown) => boolean,
  clock: () => number = Date.now,
): CircuitBreaker => {
  let lastSuccessAtMs = Number.NEGATIVE_INFINITY
  /** Null while the part is not known to be away. */
  let openUntilMs: number | null = null

  const onSuccess = () => {
    lastSuccessAtMs = clock()
    openUntilMs = null
  }

  const probe = async <T>(work: () => Promise<T>, ms: number): Promise<T> => {
    const askedAtMs = clock()
    // The others go on resting while one tries.
    if (openUntilMs !== null) openUntilMs = askedAtMs + ms + OPEN_MS
    try {
      const answer = await withTimeout(work(), ms)
      onSuccess()
      return answer
    } catch (error) {
      if (!isDown(error)) onSuccess()
      // One slow question is no outage: somebody else was answered meanwhile.
      else if (lastSuccessAtMs <= askedAtMs) openUntilMs = clock() + OPEN_MS
      throw error
    }
  }

  const isOpen = () => openUntilMs !== null && clock() < openUntilMs

  return {
    get isOpen() {
      return isOpen()
    },
    probe,
    execute: async (work, ms) => {
      if (isOpen()) throw new TimeoutError('it did not answer a moment ago')
      return probe(work, ms)
    },
  }
}
