/** A wait with an end. The work itself goes on; its late answer has no reader. */

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
  /** The code that `isDatabaseDown` and logs know a wait that was too long by. */
  readonly code = 'ETIMEDOUT'
}

/** @throws DeadlineError after `ms` milliseconds */
export const withDeadline = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
