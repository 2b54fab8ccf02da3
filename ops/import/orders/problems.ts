/** Why rows are no order. */

/** Thrown while an order is read; its message is the reason of the rejection. */
export class InvalidOrder extends Error {
  override readonly name = 'InvalidOrder'
}

/** Collects reasons, so that a person sees all of them at once. */
export interface Problems {
  add(reason: string): void
  /** Runs `read`; its InvalidOrder becomes a reason, and the result null. */
  attempt<T>(read: () => T): T | null
  list(): string[]
}

export const collectProblems = (): Problems => {
  const reasons: string[] = []
  return {
    add: (reason) => void reasons.push(reason),
    attempt(read) {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof InvalidOrder)) throw error
        reasons.push(error.message)
        return null
      }
    },
    list: () => [...new Set(reasons)],
  }
}
