/**
 * Repeats an action for every case that a query finds, until the query finds it no more: what accounts and groups say
 * is compared with what cases say, so a change is never lost, whoever made it and whatever was down.
 */

import type { Log } from './log'
import { type PollLoop, type RoundOutcome, startPollLoop } from './poll-loop'

export interface SweptCase {
  caseId: string
  version: number
}

export interface SweepOptions<C extends SweptCase> {
  /** Names the sweep in the log. */
  name: string
  /** At most `limit` cases that need the action, by id, those after the id `after`. */
  find: (limit: number, after: string) => Promise<C[]>
  /** Sends the action. Rejects when it is not known to have arrived. */
  act: (found: C) => Promise<void>
  log: Log
  /** Milliseconds between two rounds while nothing is found. */
  pollMs: number
  now?: () => number
  /** What is acted on once within 15 s: by default each version of a case. */
  toKey?: (found: C) => string
}

const FOUND_LIMIT = 200
/** Cases of one round; Temporal answers each within 5 s. */
const BATCH = 20
/** Time for the projection to show an action, before it is sent once more. */
const PATIENCE_MS = 15_000
/** Below the time that a worker has to stop; the next sweep finds what was not sent. */
const STOP_TIMEOUT_MS = 2_000

const toVersionKey = ({ caseId, version }: SweptCase): string => `${caseId}:${version}`

/** Remembers for a while what was acted on. */
const createMemory = (now: () => number) => {
  const actedAt = new Map<string, number>()
  return {
    has: (key: string): boolean => actedAt.has(key),
    add: (key: string): void => void actedAt.set(key, now()),
    prune: (): void => {
      for (const [key, at] of actedAt) if (now() - at >= PATIENCE_MS) actedAt.delete(key)
    },
  }
}

/** Starts a sweep. Several workers may run one each: actions are idempotent. */
export const startSweep = <C extends SweptCase>(options: SweepOptions<C>): PollLoop => {
  const { name, find, act, log, pollMs, now = Date.now, toKey = toVersionKey } = options
  const memory = createMemory(now)
  // Cases that can never be settled, as those of a terminated workflow, must not keep later ones from being found.
  let after = ''
  const findNext = async (): Promise<C[]> => {
    const found = await find(FOUND_LIMIT, after)
    after = found.length < FOUND_LIMIT ? '' : (found.at(-1)?.caseId ?? '')
    return found
  }
  const round = async (): Promise<RoundOutcome> => {
    memory.prune()
    const due = (await findNext()).filter((found) => !memory.has(toKey(found))).slice(0, BATCH)
    const results = await Promise.allSettled(
      due.map((found) => act(found).then(() => memory.add(toKey(found)))),
    )
    const failed = results.filter((result) => result.status === 'rejected')
    if (failed.length === 0) return due.length === BATCH ? 'more' : 'idle'
    log.warn({ err: failed[0]?.reason, failed: failed.length }, `${name}: not all were reached; will retry`)
    return failed.length === due.length ? 'blocked' : 'idle'
  }
  return startPollLoop({ name, round, log, pollMs, stopTimeoutMs: STOP_TIMEOUT_MS })
}
