'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { isPassing, mayPass, problemFrom } from '@/components/case/api'
import { type Press, settlePress } from '@/components/case/press'
import { rememberReason } from '@/components/case/recent-reasons'
import { learnVersion } from '@/components/live/versions'
import type { CaseItem } from '@/temporal/contract/case'
import type { Problem } from '@/temporal/contract/problem'
import type { CaseReply } from '@/temporal/contract/replies'
import type { BulkVerb } from './bulk-plan'
import { runBulk, type Sender } from './bulk-run'
import { type BulkRun, currentRun } from './bulk-store'
import { useRun } from './use-run'

const FIRST_WAIT_MS = 500
const MAX_WAIT_MS = 8_000

const PRESS = {
  approve: (comment) => ({ verb: 'decision', body: { decision: 'approved', ...(comment && { comment }) } }),
  reject: (comment) => ({ verb: 'decision', body: { decision: 'rejected', comment } }),
  claim: () => ({ verb: 'claim', body: {} }),
  release: () => ({ verb: 'release', body: {} }),
} as const satisfies Record<BulkVerb, (comment: string) => Omit<Press, 'caseId'>>

/** Takes over the view of one reply. The lists are read again once, when all is over, and by live events. */
const accept = (client: QueryClient, { case: view }: CaseReply) => {
  if (!view) return
  const { caseId, version } = view.caseDetails
  learnVersion(caseId, version)
  client.setQueryData(['case', caseId], view)
}

const senderOf = (client: QueryClient, verb: BulkVerb, comment: string): Sender => ({
  send: async ({ caseId }, pressId) => {
    const press: Press = { caseId, ...PRESS[verb](comment) }
    accept(client, await settlePress<CaseReply>(press, pressId, () => {}))
  },
  problemOf: (error) => problemFrom(error) as Problem,
  isPassing,
  wait: (tries) =>
    new Promise((resolve) => setTimeout(resolve, Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))),
})

/** Loading another document would end the run half-way. */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()

export interface Bulk {
  run: BulkRun | null
  isRunning: boolean
  /** `then` gets the cases that were not done. */
  start: (
    verb: BulkVerb,
    items: readonly CaseItem[],
    comment: string,
    then: (left: readonly CaseItem[]) => void,
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
      if (ended) then([...ended.refused.map(({ item }) => item), ...ended.unsent])
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
