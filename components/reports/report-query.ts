/** The report as React Query knows it. */

import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/live/api-client'
import type { DecisionReport, ReportDays, ReportTable } from '@/temporal/contract/reports/decision-report'

/** The server computes it anew every 5 s at most; nobody watches a report by the second. */
const REFRESH_MS = 15_000

export const reportQuery = (days: ReportDays) =>
  queryOptions({
    queryKey: ['report', days],
    queryFn: ({ signal }) => getJson<DecisionReport>(`/api/v1/reports/decisions?days=${days}`, signal),
    refetchInterval: REFRESH_MS,
  })

export const csvHref = (days: ReportDays, by: ReportTable): string =>
  `/api/v1/reports/decisions.csv?days=${days}&by=${by}`
