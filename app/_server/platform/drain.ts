/** The end of a process: new requests are refused, open streams close, then the process goes. */

export interface Drain {
  readonly isDraining: boolean
  /**
   * Calls `close` when the process is told to stop, at once if it already was.
   * @returns a function that forgets `close`, for a stream that ended by itself
   */
  onDrain(close: () => void): () => void
  /** Starts draining; a second call does nothing. */
  start(): void
}

/** A drain that has not started. A closer that throws does not keep the others from running. */
export const createDrain = (onError: (error: unknown) => void): Drain => {
  const closers = new Set<() => void>()
  let isDraining = false
  const run = (close: () => void): void => {
    try {
      close()
    } catch (error) {
      onError(error)
    }
  }
  return {
    get isDraining() {
      return isDraining
    },
    onDrain(close) {
      if (isDraining) run(close)
      else closers.add(close)
      return () => closers.delete(close)
    },
    start() {
      if (isDraining) return
      isDraining = true
      for (const close of closers) run(close)
      closers.clear()
    },
  }
}
