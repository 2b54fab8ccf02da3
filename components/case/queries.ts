/** What pages read, as React Query knows it: the keys are those that live events invalidate. */

import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { CaseView } from '@/temporal/contract/cases/case'
import type { CaseCounts, CaseList } from '@/temporal/contract/cases/case-filter'
import type { OrderResponse } from '@/temporal/contract/orders/order-response'
import { isTerminal } from '@/temporal/contract/states'
import { getJson } from '../live/api-client'
import { latestVersion, setLatestVersion } from '../live/latest-versions'

/** While Temporal does not answer, a case is asked for again this often: no event tells that it answers again. */
const STORED_COPY_RETRY_MS = 5_000

/** True for an open case that was not read from its workflow. */
export const isStoredCopy = ({ source, caseDetails }: CaseView): boolean =>
  source === 'snapshot' && !isTerminal(caseDetails.status)

/** A page of a list. @param query query string of `GET /cases` */
export const listQuery = (query: string) =>
  queryOptions({
    queryKey: ['cases', query],
    queryFn: ({ signal }) => getJson<CaseList>(`/api/v1/cases?${query}`, signal),
  })

/** Counts of the inbox's tabs. */
export const countsQuery = () =>
  queryOptions({
    queryKey: ['counts'],
    queryFn: ({ signal }) => getJson<CaseCounts>('/api/v1/cases/counts', signal),
  })

/** One case, never older than the version this tab has heard of. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => {
      const minVersion = latestVersion(caseId)
      return getJson<CaseView>(
        `/api/v1/cases/${caseId}${minVersion ? `?minVersion=${minVersion}` : ''}`,
        signal,
      )
    },
    refetchInterval: ({ state: { data } }) => (data && isStoredCopy(data) ? STORED_COPY_RETRY_MS : false),
  })

/** An order with what only Postgres holds: e-mail and address. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => getJson<OrderResponse>(`/api/v1/orders/${orderId}`, signal),
  })

/** Takes over a view that an answer brought, unless a newer one is there already. Lists are left as they are. */
export const setCaseIfNewer = (client: QueryClient, view: CaseView): void => {
  const { caseId, version } = view.caseDetails
  setLatestVersion(caseId, version)
  client.setQueryData<CaseView>(['case', caseId], (before) =>
    before && before.caseDetails.version > version ? before : view,
  )
}

/** Takes over the view that a write came back with: a person always sees their own write. */
export const applyOwnWrite = (client: QueryClient, view: CaseView): void => {
  setCaseIfNewer(client, view)
  void client.invalidateQueries({ queryKey: ['cases'] })
  void client.invalidateQueries({ queryKey: ['counts'] })
}
