/** A wait with an end. The work itself goes on; its late answer has no reader. */

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
  /** The code that `isDatabaseDown` and logs know a wait that was too long by. */
  readonly code = 'ETIMEDOUT'
}

/** @throws TimeoutError after `ms` milliseconds */
export const withTimeout = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
