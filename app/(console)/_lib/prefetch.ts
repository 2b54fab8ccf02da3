/** Prefetches what a page of cases needs, into the cache that the browser's queries read. */

import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import type { Context, Verb } from '@/app/_server/auth/context'
import { countCases } from '@/app/_server/cases/count-cases'
import { listCases } from '@/app/_server/cases/list-cases'
import { readCase } from '@/app/_server/cases/read-case'
import { readOrder } from '@/app/_server/orders/read-order'
import { toProblem } from '@/app/_server/platform/http/problem'
import { caseQuery, countsQuery, listQuery, orderQuery } from '@/components/case/queries'
import { getApprovalId, getOrderId } from '@/components/case/related-cases'
import { type InboxState, toCountsQuery, toListQuery } from '@/components/inbox/inbox-state'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import type { Problem } from '@/temporal/contract/problem'
import { CountCases, ListCases } from '@/temporal/contract/schemas/case-list-request'

export interface Prefetched {
  state: DehydratedState
  /** Why the list or the case could not be read, or null. The browser retries by itself. */
  problem: Problem | null
}

type Read<O> = { value: O; problem: null } | { value: null; problem: Problem }

/** Reads through a verb; a refusal or an outage is returned as a problem. */
export const attempt = async <I, O>(ctx: Context, verb: Verb<I, O>, input: I): Promise<Read<O>> => {
  try {
    return { value: await verb(ctx, input), problem: null }
  } catch (error) {
    const problem = toProblem(error, ctx.requestId)
    if (problem.code === 'INTERNAL')
      ctx.runtime.log.error({ err: error, requestId: ctx.requestId }, 'page read')
    return { value: null, problem }
  }
}

/** Reads through a verb into the client's cache, or returns the problem. */
export const prefetchInto = async <I, O>(
  client: QueryClient,
  ctx: Context,
  key: readonly unknown[],
  verb: Verb<I, O>,
  input: I,
) => {
  const read = await attempt(ctx, verb, input)
  if (read.problem === null) client.setQueryData(key, read.value)
  return read
}

/** Reads a case with its approval and its order. */
const prefetchCaseInto = async (
  client: QueryClient,
  ctx: Context,
  caseId: string,
): Promise<Problem | null> => {
  const { value: view, problem } = await prefetchInto(client, ctx, caseQuery(caseId).queryKey, readCase, {
    caseId,
  })
  if (!view) return problem
  const approvalId = getApprovalId(view)
  const orderId = getOrderId(view)
  await Promise.all([
    approvalId !== null &&
      approvalId !== caseId &&
      prefetchInto(client, ctx, caseQuery(approvalId).queryKey, readCase, { caseId: approvalId }),
    orderId !== null && prefetchInto(client, ctx, orderQuery(orderId).queryKey, readOrder, { orderId }),
  ])
  return null
}

/** Prefetches a list, its counts and the case that is open beside it. */
export const prefetchList = async (
  ctx: Context,
  state: InboxState,
): Promise<Prefetched & { list: CaseList | null }> => {
  const client = new QueryClient()
  const page = toListQuery(state)
  const counts = toCountsQuery(state)
  const [list] = await Promise.all([
    prefetchInto(client, ctx, listQuery(page).queryKey, listCases, ListCases.parse(page)),
    prefetchInto(client, ctx, countsQuery(counts).queryKey, countCases, CountCases.parse(counts)),
    state.caseId !== null && prefetchCaseInto(client, ctx, state.caseId),
  ])
  return { state: dehydrate(client), problem: list.problem, list: list.value }
}

/** Prefetches the page of one case. */
export const prefetchCase = async (ctx: Context, caseId: string): Promise<Prefetched> => {
  const client = new QueryClient()
  const problem = await prefetchCaseInto(client, ctx, caseId)
  return { state: dehydrate(client), problem }
}
