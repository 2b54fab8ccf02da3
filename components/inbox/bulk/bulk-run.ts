/** Runs a verb on many cases, four at a time, above the pages: people may leave the list and return meanwhile. */

import { toProblem } from '@/components/api/api-client'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { BulkVerb } from './bulk-plan'
import { currentRun, patchRun, setRun } from './bulk-store'

const CONCURRENCY = 4

/** Sends the verb for one case. @throws ProblemError where it is refused */
export type SendItem = (item: CaseItem) => Promise<void>

const sendOne = async (item: CaseItem, send: SendItem): Promise<void> => {
  try {
    await send(item)
    patchRun(({ done }) => ({ done: [...done, item] }))
  } catch (error) {
    const problem = toProblem(error) as Problem
    patchRun(({ refused }) => ({ refused: [...refused, { item, problem }] }))
  }
}

/**
 * Runs `verb` on `items`. Afterwards every case is done, refused or, where the run was stopped, unsent.
 * @throws Error while another run is under way
 */
export const runBulk = async (
  verb: BulkVerb,
  items: readonly CaseItem[],
  send: SendItem,
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
      await sendOne(item, send)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, sendRemaining))
  patchRun(() => ({ unsent: items.slice(next), endedAtMs: now() }))
}
