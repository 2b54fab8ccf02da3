/** The query of the report, and the links to its tables. */

import { queryOptions } from '@tanstack/react-query'
import { apiUrl, callApi } from '@/components/api/api-client'
import type { ReportDays, ReportTable } from '@/temporal/contract/reports/decision-report'

/** The server computes the report every 5 s at most, and it changes slowly. */
const REFRESH_MS = 15_000

export const reportQuery = (days: ReportDays) =>
  queryOptions({
    queryKey: ['report', days],
    queryFn: ({ signal }) => callApi('readReport', { days: String(days) }, { signal }),
    refetchInterval: REFRESH_MS,
  })

export const csvHref = (days: ReportDays, by: ReportTable): string =>
  apiUrl('exportReport', { days: String(days), by })
