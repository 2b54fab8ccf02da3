/** The polling loop of the event dispatcher and the mail sender. */

import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../contract/backoff'
import type { Log } from './log'

/** `more`: the next round starts at once. `idle`: nothing was due. `blocked`: work was due and none of it succeeded. */
export type RoundOutcome = 'more' | 'idle' | 'blocked'

export interface PollLoopOptions {
  /** Names the loop in the log. */
  name: string
  round(): Promise<RoundOutcome>
  log: Log
  /** Milliseconds between two rounds while nothing is due; 200 by default. */
  pollMs?: number | undefined
  /** Longest time that `stop` waits for the round in progress, in milliseconds; unlimited by default. */
  stopTimeoutMs?: number
}

export interface PollLoop {
  /** Starts no further round and waits for the one in progress. */
  stop(): Promise<void>
}

const POLL_MS = 200
const BACKOFF_MAX_MS = 5_000

/** Repeats `round` until stopped. Rounds that throw or are blocked back off, up to 5 s. */
export const startPollLoop = ({
  name,
  round,
  log,
  pollMs = POLL_MS,
  stopTimeoutMs,
}: PollLoopOptions): PollLoop => {
  const stopping = new AbortController()
  const { signal } = stopping
  let failures = 0

  const tryRound = async (): Promise<RoundOutcome> => {
    try {
      return await round()
    } catch (error) {
      log.error({ err: error }, `${name}: polling failed`)
      return 'blocked'
    }
  }

  const getDelayMs = (outcome: RoundOutcome): number => {
    if (outcome === 'blocked') return backoffMs(failures++, { firstMs: 2 * pollMs, maxMs: BACKOFF_MAX_MS })
    failures = 0
    return outcome === 'more' ? 0 : pollMs
  }

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const delayMs = getDelayMs(await tryRound())
      if (delayMs > 0) await sleep(delayMs, undefined, { signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      if (stopTimeoutMs === undefined) await running
      else await Promise.race([running, sleep(stopTimeoutMs, undefined, { ref: false })])
    },
  }
}
