/** Reads of the list beyond those that cases share. */

import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/live/api-client'
import type { CaseCounts } from '@/temporal/contract/cases/case-filter'

/** Counts of a list's tabs; those of the whole inbox are shared with all who ask for them. @param query of `GET /cases/counts` */
export const tabCountsQuery = (query: string) =>
  queryOptions({
    queryKey: query ? ['counts', query] : ['counts'],
    queryFn: ({ signal }) => getJson<CaseCounts>(`/api/v1/cases/counts${query && `?${query}`}`, signal),
  })
