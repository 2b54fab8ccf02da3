/** What a page of cases reads on the server, put where the browser's queries find it. */

import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import type { Context, Verb } from '@/app/_server/auth/context'
import { countCases } from '@/app/_server/cases/count-cases'
import { listCases } from '@/app/_server/cases/list-cases'
import { readCase } from '@/app/_server/cases/read-case'
import { readOrder } from '@/app/_server/orders/read-order'
import { toProblem } from '@/app/_server/platform/http/problem'
import { caseQuery, listQuery, orderQuery } from '@/components/case/queries'
import { getApprovalId, getOrderId } from '@/components/case/related-cases'
import { type InboxState, toCasesQuery, toCountsQuery } from '@/components/inbox/inbox-state'
import { tabCountsQuery } from '@/components/inbox/tab-counts-query'
import type { Problem } from '@/temporal/contract/problem'
import { CountCases, ListCases } from '@/temporal/contract/schemas/case-list'

export interface Prefetched {
  state: DehydratedState
  /** Why the main thing could not be read, or null. The browser tries again by itself. */
  problem: Problem | null
}

type Read<O> = { value: O; problem: null } | { value: null; problem: Problem }

const attempt = async <I, O>(ctx: Context, verb: Verb<I, O>, input: I): Promise<Read<O>> => {
  try {
    return { value: await verb(ctx, input), problem: null }
  } catch (error) {
    const problem = toProblem(error, ctx.requestId)
    if (problem.code === 'INTERNAL')
      ctx.runtime.log.error({ err: error, requestId: ctx.requestId }, 'page read')
    return { value: null, problem }
  }
}

/** Reads through a verb into the client's cache, or says why that was not possible. */
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

/** Reads a case with the approval that it asks through and the order that it is about. */
const prefetchCaseInto = async (
  client: QueryClient,
  ctx: Context,
  caseId: string,
): Promise<Problem | null> => {
  const { value: view, problem } = await prefetchInto(client, ctx, caseQuery(caseId).queryKey, readCase, {
    caseId,
  })
  if (!view) return problem
  const askingId = getApprovalId(view)
  const orderId = getOrderId(view)
  await Promise.all([
    askingId !== null &&
      askingId !== caseId &&
      prefetchInto(client, ctx, caseQuery(askingId).queryKey, readCase, { caseId: askingId }),
    orderId !== null && prefetchInto(client, ctx, orderQuery(orderId).queryKey, readOrder, { orderId }),
  ])
  return null
}

const parseQuery = (query: string) => Object.fromEntries(new URLSearchParams(query))

/** A list, its counts and the case that is open beside it. */
export const prefetchList = async (ctx: Context, state: InboxState): Promise<Prefetched> => {
  const client = new QueryClient()
  const query = toCasesQuery(state)
  const counting = toCountsQuery(state)
  const [list] = await Promise.all([
    prefetchInto(client, ctx, listQuery(query).queryKey, listCases, ListCases.parse(parseQuery(query))),
    prefetchInto(
      client,
      ctx,
      tabCountsQuery(counting).queryKey,
      countCases,
      CountCases.parse(parseQuery(counting)),
    ),
    state.caseId !== null && prefetchCaseInto(client, ctx, state.caseId),
  ])
  return { state: dehydrate(client), problem: list.problem }
}

/** A case that is a page of its own. */
export const prefetchCase = async (ctx: Context, caseId: string): Promise<Prefetched> => {
  const client = new QueryClient()
  const problem = await prefetchCaseInto(client, ctx, caseId)
  return { state: dehydrate(client), problem }
}
