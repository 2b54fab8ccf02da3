import { type Context, type NoInput, requirePermission, type Verb } from '@/app/_server/auth/context'
import { selectParkedCaseIds } from '@/db/queries/cases/parked-cases'
import type { Actor } from '@/temporal/contract/auth/actor'
import { isAppError } from '@/temporal/contract/errors'
import { PENDING_STATUS, type RetryParkedResponse } from '@/temporal/contract/responses'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { sendRetry } from './retry-case'

const DATABASE_TIMEOUT_MS = 2_500
const MAX_CASES = 500
/** Right after an outage each case may take seconds: what is left is counted, and tried by the next press. */
const TIME_LIMIT_MS = 20_000
const CONCURRENCY = 4

type Outcome = 'retried' | 'unchanged' | 'unanswered'

/** `unchanged`: it went on or ended since the list was read. */
const retryOne = async (ctx: Context, actor: Actor, caseId: string): Promise<Outcome> => {
  try {
    const { status } = await sendRetry(ctx, actor, { caseId, requestKey: ctx.requestId })
    return status === PENDING_STATUS ? 'unanswered' : 'retried'
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.code === 'NOT_PARKED' || error.code === 'CASE_CLOSED' ? 'unchanged' : 'unanswered'
  }
}

/** Tries all parked steps at once, the oldest first, at most 500 and for 20 s; `remaining` counts those that were left out. */
export const retryParkedCases: Verb<NoInput, RetryParkedResponse> = async (ctx) => {
  const actor = requirePermission(ctx, 'case.retryAll')
  const { runtime } = ctx
  const { caseIds, total } = await databaseBreaker(runtime).execute(
    () => selectParkedCaseIds(runtime.db, MAX_CASES),
    DATABASE_TIMEOUT_MS,
  )
  const counts: Record<Outcome, number> = { retried: 0, unchanged: 0, unanswered: 0 }
  const until = Date.now() + TIME_LIMIT_MS
  const queue = [...caseIds]
  const work = async (): Promise<void> => {
    for (let caseId = queue.shift(); caseId !== undefined && Date.now() < until; caseId = queue.shift())
      counts[await retryOne(ctx, actor, caseId)] += 1
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  const { retried, unchanged, unanswered } = counts
  return { ...counts, remaining: total - retried - unchanged - unanswered }
}
