/** A budget of calls. */

export interface TokenBucket {
  /** Takes one call from the budget; false where it is used up. */
  take(): boolean
}

/** A budget of `perSecond` calls a second, of which at most one second's worth is saved up. */
export const createTokenBucket = (perSecond: number, clock: () => number = Date.now): TokenBucket => {
  let tokens = perSecond
  let filledAt = clock()
  return {
    take() {
      const now = clock()
      tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1_000) * perSecond)
      filledAt = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
