/** Queries of pages; live events invalidate them by the first part of their key. */

import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { callApi } from '@/components/api/api-client'
import { latestVersion, setLatestVersion } from '@/components/live/latest-versions'
import type { CaseView } from '@/temporal/contract/cases/case'
import type { EndpointInput } from '@/temporal/contract/schemas/endpoints/endpoints'
import { isTerminal } from '@/temporal/contract/states'

/** Polling interval while Temporal is unavailable: no event says that it is back. */
const STORED_COPY_RETRY_MS = 5_000
const COLLEAGUES_FRESH_MS = 30_000

/** True for an open case that was not read from its workflow. */
export const isStoredCopy = ({ source, caseDetails }: CaseView): boolean =>
  source === 'snapshot' && !isTerminal(caseDetails.status)

/** A page of a list. */
export const listQuery = (query: EndpointInput<'listCases'>) =>
  queryOptions({
    queryKey: ['cases', query],
    queryFn: ({ signal }) => callApi('listCases', query, { signal }),
  })

/** Counts of a list's tabs. Without a filter they are those of the whole inbox, which several parts of a page share. */
export const countsQuery = (filter: EndpointInput<'countCases'> = {}) =>
  queryOptions({
    queryKey: Object.keys(filter).length > 0 ? ['counts', filter] : ['counts'],
    queryFn: ({ signal }) => callApi('countCases', filter, { signal }),
  })

/** Colleagues whose name or e-mail matches `q`, for the palette and for mentions. */
export const colleaguesQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', q.toLowerCase()],
    queryFn: ({ signal }) => callApi('listPeople', { q }, { signal }),
    staleTime: COLLEAGUES_FRESH_MS,
    placeholderData: keepPreviousData,
  })

/** One case, never older than the latest version that this tab knows. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) =>
      callApi('readCase', { caseId, minVersion: latestVersion(caseId)?.toString() }, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isStoredCopy(data) ? STORED_COPY_RETRY_MS : false),
  })

/** An order with the e-mail and address that only Postgres holds. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => callApi('readOrder', { orderId }, { signal }),
  })

/** Caches the view of a response, unless the cached one is newer. Lists stay as they are. */
export const setCaseIfNewer = (client: QueryClient, view: CaseView): void => {
  const { caseId, version } = view.caseDetails
  setLatestVersion(caseId, version)
  client.setQueryData<CaseView>(['case', caseId], (before) =>
    before && before.caseDetails.version > version ? before : view,
  )
}

/** Caches the view that a write returned, so that a person always sees their own write. */
export const applyOwnWrite = (client: QueryClient, view: CaseView): void => {
  setCaseIfNewer(client, view)
  void client.invalidateQueries({ queryKey: ['cases'] })
  void client.invalidateQueries({ queryKey: ['counts'] })
}
