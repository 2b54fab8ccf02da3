'use client'

import { useQueryClient } from '@tanstack/react-query'
import { isRetryableProblem } from '@/components/api/api-client'
import { saveReason } from '@/components/case/decision/recent-reasons'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { BulkVerb } from './bulk-plan'
import { runBulk } from './bulk-run'
import { createSender } from './bulk-sender'
import { type BulkRun, currentRun } from './bulk-store'
import { useBulkRun } from './use-bulk-run'

/** Loading another document would end the run half-way. */
const confirmUnload = (event: BeforeUnloadEvent) => event.preventDefault()

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

type StartArguments = Parameters<Bulk['start']> extends [unknown, unknown, ...infer R] ? R : never

/** What the run was started with besides its cases: it outlives the list that started it. */
let startedWith: StartArguments | null = null

/** The bulk run of this console, if any: it goes on while the pages change. */
export const useBulk = (): Bulk => {
  const client = useQueryClient()
  const run = useBulkRun()
  const isRunning = run !== null && run.endedAtMs === null
  const start: Bulk['start'] = (verb, items, comment, then) => {
    if (isRunning || items.length === 0) return
    startedWith = [comment, then]
    if (comment) saveReason(comment)
    addEventListener('beforeunload', confirmUnload)
    void runBulk(verb, items, createSender(client, verb, comment)).then(() => {
      removeEventListener('beforeunload', confirmUnload)
      const ended = currentRun()
      if (ended) then(ended.done)
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
    })
  }
  const retryable = isRunning || !run ? [] : run.refused.filter(({ problem }) => isRetryableProblem(problem))
  const lastArguments = startedWith
  return {
    run,
    isRunning,
    start,
    retry:
      run && lastArguments && retryable.length > 0
        ? () =>
            start(
              run.verb,
              retryable.map(({ item }) => item),
              ...lastArguments,
            )
        : null,
  }
}
