import { HydrationBoundary } from '@tanstack/react-query'
import { redirect } from 'next/navigation'
import { ViewerProvider } from '@/components/case/viewer-context'
import { Inbox } from '@/components/inbox/inbox'
import { inboxHref, parseInbox } from '@/components/inbox/inbox-state'
import { getPageBeforeEmpty } from '@/components/inbox/list/list-pages'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { prefetchList } from './prefetch'
import { getRequestContext, requireStaff } from './request-context'
import { getViewerContext } from './viewer-context'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const toSearchParams = (search: Awaited<SearchParams>): URLSearchParams => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) params.set(name, first)
  }
  return params
}

/** A list of cases of one kind, prefetched on the server and live in the browser. */
export const CaseListPage = async ({ kind, search }: { kind: CaseKind; search: SearchParams }) => {
  const state = parseInbox(kind, toSearchParams(await search))
  const viewer = await requireStaff(inboxHref(state, { cursor: state.cursor }))
  const [viewerContext, prefetched] = await Promise.all([
    getViewerContext(viewer),
    prefetchList(await getRequestContext(), state),
  ])
  const pageBefore = getPageBeforeEmpty(state, prefetched.list)
  if (pageBefore !== null) redirect(pageBefore)
  return (
    <ViewerProvider value={viewerContext}>
      <HydrationBoundary state={prefetched.state}>
        <Inbox kind={kind} firstProblem={prefetched.problem} />
      </HydrationBoundary>
    </ViewerProvider>
  )
}
