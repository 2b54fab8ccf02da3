'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { isPassing, mayPass, problemFrom } from '@/components/case/api'
import { settlePress } from '@/components/case/press'
import { keepView } from '@/components/case/queries'
import { rememberReason } from '@/components/case/recent-reasons'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { BulkVerb } from './bulk-plan'
import { pressOf } from './bulk-press'
import { runBulk, type Sender } from './bulk-run'
import { type BulkRun, currentRun } from './bulk-store'
import { pauseOf, waitInRun } from './bulk-wait'
import { useRun } from './use-run'

const senderOf = (client: QueryClient, verb: BulkVerb, comment: string): Sender => ({
  send: async (item, pressId) => {
    const { case: view } = await settlePress<CaseActionResponse>(
      pressOf(verb, item, comment),
      pressId,
      () => {},
    )
    // The lists are read again once, when all is over, and by live events.
    if (view) keepView(client, view)
  },
  problemOf: (error) => problemFrom(error) as Problem,
  isPassing,
  wait: (tries, problem) => waitInRun(pauseOf(tries, problem)),
})

/** Loading another document would end the run half-way. */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()

export interface Bulk {
  run: BulkRun | null
  isRunning: boolean
  /** `then` gets the cases that were done. */
  start: (
    verb: BulkVerb,
    items: readonly CaseItem[],
    comment: string,
    then: (done: readonly CaseItem[]) => void,
  ) => void
  /** Sends again what was refused for a reason that may be over; null where nothing was. */
  retry: (() => void) | null
}

type Rest = Parameters<Bulk['start']> extends [unknown, unknown, ...infer R] ? R : never

/** What the run was started with besides its cases: it outlives the list that started it. */
let startedWith: Rest | null = null

/** The bulk run of this console, if any: it goes on while the pages change. */
export const useBulk = (): Bulk => {
  const client = useQueryClient()
  const run = useRun()
  const isRunning = run !== null && run.endedAtMs === null
  const start: Bulk['start'] = (verb, items, comment, then) => {
    if (isRunning || items.length === 0) return
    startedWith = [comment, then]
    if (comment) rememberReason(comment)
    addEventListener('beforeunload', askFirst)
    void runBulk(verb, items, senderOf(client, verb, comment)).then(() => {
      removeEventListener('beforeunload', askFirst)
      const ended = currentRun()
      if (ended) then(ended.done)
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
    })
  }
  const passing = isRunning || !run ? [] : run.refused.filter(({ problem }) => mayPass(problem))
  const again = startedWith
  return {
    run,
    isRunning,
    start,
    retry:
      run && again && passing.length > 0
        ? () =>
            start(
              run.verb,
              passing.map(({ item }) => item),
              ...again,
            )
        : null,
  }
}
