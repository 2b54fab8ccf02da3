/** How long a bulk run waits before it sends a case again. */

import type { Problem } from '@/temporal/contract/problem'
import { currentRun, subscribeToRun } from './bulk-store'

const SECOND_MS = 1_000
const FIRST_WAIT_MS = 500
const MAX_WAIT_MS = 8_000

/** Milliseconds until the next try: what the server asks for, else longer from try to try. @param tries so far, from 1 */
export const retryDelayMs = (tries: number, { retryAfterSeconds }: Problem): number =>
  typeof retryAfterSeconds === 'number'
    ? retryAfterSeconds * SECOND_MS
    : Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))

/** Waits `ms`, or until the run is being stopped: the end of a rate limit may be a minute away. */
export const waitUnlessStopped = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      forget()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const forget = subscribeToRun(() => {
      if (currentRun()?.isStopping) end()
    })
  })
