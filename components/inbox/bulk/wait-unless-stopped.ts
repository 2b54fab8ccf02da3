/** The wait of a bulk run before it sends a case again. */

import { currentRun, subscribeToRun } from './bulk-store'

/** Waits `ms`, or until the run is being stopped: the end of a rate limit may be a minute away. */
export const waitUnlessStopped = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const unsubscribe = subscribeToRun(() => {
      if (currentRun()?.isStopping) end()
    })
  })
