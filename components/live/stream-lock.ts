/**
 * One event stream for all tabs of a browser: the tab that holds a Web Lock opens it. HTTP/1.1 has six connections to
 * an origin, so with a stream for each tab the seventh page would wait for ever.
 */

import { getLockManager } from '../browser/web-locks'

interface Options {
  /** Called when this tab holds the lock. The function that it returns is called when the tab no longer does. */
  onHeld: () => () => void
  /** Called where the browser has no locks or refuses them. */
  onRefused: () => void
}

export interface StreamLock {
  /** Takes the lock, also from a tab that holds it: one in the background, or one that the browser has stopped. */
  take(): void
  /** Releases the lock, or no longer waits for it. */
  leave(): void
}

/** Waits for the lock `name`, and again after another tab has taken it. */
export const joinStreamLock = (name: string, { onHeld, onRefused }: Options): StreamLock => {
  const locks = getLockManager()
  let isHeld = false
  let attempt: AbortController

  const hold = (signal: AbortSignal) =>
    new Promise<void>((release) => {
      // The lock can be granted after the request was aborted.
      if (signal.aborted) return release()
      const close = onHeld()
      isHeld = true
      signal.addEventListener('abort', () => {
        isHeld = false
        close()
        release()
      })
    })
  const request = (steal: boolean) => {
    const mine = new AbortController()
    const { signal } = mine
    attempt = mine
    // Some browsers throw at once, others reject.
    const run = async () =>
      locks?.request(name, steal ? { steal } : { signal }, () => hold(signal)) ?? Promise.reject()
    run().catch(() => {
      if (signal.aborted) return
      const wasTaken = isHeld
      mine.abort()
      if (wasTaken) request(false)
      else onRefused()
    })
  }

  request(false)
  return {
    take() {
      if (isHeld || attempt.signal.aborted) return
      attempt.abort()
      request(true)
    },
    leave: () => attempt.abort(),
  }
}
