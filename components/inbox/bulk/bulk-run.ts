/** A verb on many cases, four at a time. It runs above the pages: the list may be left and returned to meanwhile. */

import type { CaseItem } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { BulkVerb } from './bulk-plan'
import { currentRun, patchRun, setRun } from './bulk-store'

const CONCURRENCY = 4
/** Tries of one case where the server is busy or away. */
const MAX_TRIES = 6

export interface Sender {
  /** Does it to one case; the same `idempotencyKey` does it once, however often it is sent. @throws what `readProblem` reads */
  send: (item: CaseItem, pressId: string) => Promise<void>
  toProblem: (error: unknown) => Problem
  /** True where the same request may succeed a little later. */
  isRetryable: (error: unknown) => boolean
  wait: (tries: number, problem: Problem) => Promise<void>
}

const sendOne = async (item: CaseItem, { send, toProblem, isRetryable, wait }: Sender): Promise<void> => {
  const idempotencyKey = crypto.randomUUID()
  for (let tries = 1; ; tries++) {
    try {
      await send(item, idempotencyKey)
      patchRun(({ done }) => ({ done: [...done, item] }))
      return
    } catch (error) {
      const problem = toProblem(error)
      if (!isRetryable(error) || tries >= MAX_TRIES || currentRun()?.isStopping) {
        patchRun(({ refused }) => ({ refused: [...refused, { item, problem }] }))
        return
      }
      await wait(tries, problem)
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
  if (currentRun()?.endedAtMs === null) throw new Error('Another bulk run is under way')
  setRun({
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
  const sendRemaining = async () => {
    while (next < items.length && !currentRun()?.isStopping) {
      const item = items[next++] as CaseItem
      await sendOne(item, sender)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, sendRemaining))
  patchRun(() => ({ unsent: items.slice(next), endedAtMs: now() }))
}
