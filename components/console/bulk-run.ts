/** A verb on many cases, four at a time. It runs above the pages: the list may be left and returned to meanwhile. */

import type { CaseItem } from '@/temporal/contract/case'
import type { Problem } from '@/temporal/contract/problem'
import type { BulkVerb } from './bulk-plan'

const LANES = 4
/** Tries of one case where the server is busy or away. */
const MAX_TRIES = 6

export interface Refused {
  item: CaseItem
  problem: Problem
}

export interface BulkRun {
  verb: BulkVerb
  total: number
  /** Cases of which the server said that it is done. */
  done: readonly CaseItem[]
  refused: readonly Refused[]
  /** Cases not sent, because the run was stopped. */
  unsent: readonly CaseItem[]
  isStopping: boolean
  startedAtMs: number
  /** Null while it runs. */
  endedAtMs: number | null
}

export interface Sender {
  /** Does it to one case; the same `pressId` does it once, however often it is sent. @throws what `problemOf` reads */
  send: (item: CaseItem, pressId: string) => Promise<void>
  problemOf: (error: unknown) => Problem
  /** True where the same request may succeed a little later. */
  isPassing: (error: unknown) => boolean
  wait: (tries: number) => Promise<void>
}

let current: BulkRun | null = null
const listeners = new Set<() => void>()

export const currentRun = (): BulkRun | null => current

/** Calls `listener` at every step of a run. Returns how to stop. */
export const onRun = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const put = (next: BulkRun | null) => {
  current = next
  for (const listener of listeners) listener()
}

const change = (more: (run: BulkRun) => Partial<BulkRun>) => {
  if (current) put({ ...current, ...more(current) })
}

const sendOne = async (item: CaseItem, { send, problemOf, isPassing, wait }: Sender): Promise<void> => {
  const pressId = crypto.randomUUID()
  for (let tries = 1; ; tries++) {
    try {
      await send(item, pressId)
      change(({ done }) => ({ done: [...done, item] }))
      return
    } catch (error) {
      if (!isPassing(error) || tries >= MAX_TRIES || current?.isStopping) {
        change(({ refused }) => ({ refused: [...refused, { item, problem: problemOf(error) }] }))
        return
      }
      await wait(tries)
    }
  }
}

/**
 * Does `verb` to `items`. Ends with every case done, refused or, where it was stopped, unsent.
 * @throws Error while another run is under way
 */
export const runBulk = async (
  verb: BulkVerb,
  items: readonly CaseItem[],
  sender: Sender,
  now: () => number = Date.now,
): Promise<void> => {
  if (current && current.endedAtMs === null) throw new Error('Another bulk run is under way')
  put({
    verb,
    total: items.length,
    done: [],
    refused: [],
    unsent: [],
    isStopping: false,
    startedAtMs: now(),
    endedAtMs: null,
  })
  let next = 0
  const lane = async () => {
    while (next < items.length && !current?.isStopping) {
      const item = items[next++] as CaseItem
      await sendOne(item, sender)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  change(() => ({ unsent: items.slice(next), endedAtMs: now() }))
}

/** Sends no further cases; those under way are waited for. */
export const stopRun = (): void => change(() => ({ isStopping: true }))

/** Puts the summary of a run away. */
export const dismissRun = (): void => {
  if (current?.endedAtMs !== null) put(null)
}
