/**
 * Lets a part that does not answer rest: whoever needs it meanwhile is told at once instead of waiting as well, and
 * one at a time tries whether it is back.
 */

import { DeadlineError, withDeadline } from './deadline'

const REST_MS = 2_000

export interface Rest {
  /** True while nobody should wait for the part. */
  readonly isResting: boolean
  /**
   * The answer of `work`.
   * @throws DeadlineError after `ms` milliseconds, and at once while the part rests; what `work` throws
   */
  ask<T>(work: () => Promise<T>, ms: number): Promise<T>
  /** As `ask`, also while the part rests: an answer ends the rest. */
  probe<T>(work: () => Promise<T>, ms: number): Promise<T>
}

/** @param isDown whether an error says that the part is away, rather than what was asked of it */
export const createRest = (isDown: (error: unknown) => boolean, clock: () => number = Date.now): Rest => {
  let answeredAtMs = Number.NEGATIVE_INFINITY
  /** Null while the part is not known to be away. */
  let restsUntilMs: number | null = null

  const answered = () => {
    answeredAtMs = clock()
    restsUntilMs = null
  }

  const probe = async <T>(work: () => Promise<T>, ms: number): Promise<T> => {
    const askedAtMs = clock()
    // The others go on resting while one tries.
    if (restsUntilMs !== null) restsUntilMs = askedAtMs + ms + REST_MS
    try {
      const answer = await withDeadline(work(), ms)
      answered()
      return answer
    } catch (error) {
      if (!isDown(error)) answered()
      // One slow question is no outage: somebody else was answered meanwhile.
      else if (answeredAtMs <= askedAtMs) restsUntilMs = clock() + REST_MS
      throw error
    }
  }

  const isResting = () => restsUntilMs !== null && clock() < restsUntilMs

  return {
    get isResting() {
      return isResting()
    },
    probe,
    ask: async (work, ms) => {
      if (isResting()) throw new DeadlineError('it did not answer a moment ago')
      return probe(work, ms)
    },
  }
}
