/** Graceful shutdown: new requests are refused and open streams close before the process exits. */

export interface Drain {
  readonly isDraining: boolean
  /**
   * Calls `close` when draining starts, at once if it has started.
   * @returns a function that unregisters `close`, for a stream that ended by itself
   */
  onDrain(close: () => void): () => void
  /** Starts draining. A second call has no effect. */
  start(): void
}

/** A drain that has not started. It calls all closers, also after one that throws. */
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
