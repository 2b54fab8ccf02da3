import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countParkedCases } from '@/app/_server/cases/count-parked-cases'
import { readReport } from '@/app/_server/reports/read-report'
import { DaysNav } from '@/components/reports/days-nav'
import { ParkedOrders } from '@/components/reports/parked-orders'
import { reportQuery } from '@/components/reports/report-query'
import { ReportView } from '@/components/reports/report-view'
import { PageFrame } from '@/components/ui/page-frame'
import { can } from '@/temporal/contract/auth/permissions'
import * as paths from '@/temporal/contract/paths'
import { DEFAULT_REPORT_DAYS, REPORT_DAYS } from '@/temporal/contract/reports/decision-report'
import { actingAs } from '../_lib/acting-as'
import type { SearchParams } from '../_lib/case-list-page'
import { attempt, prefetchInto } from '../_lib/prefetch'
import { getRequestContext, requireStaff } from '../_lib/request-context'
import { retryParked } from '../actions'

export const metadata: Metadata = { title: 'Reports' }

const ReportsPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const { days: param } = await searchParams
  const days = REPORT_DAYS.find((option) => String(option) === param) ?? DEFAULT_REPORT_DAYS
  const viewer = await requireStaff(paths.reports({ days: param && days }))
  if (!can(viewer, 'report.read')) notFound()
  const client = new QueryClient()
  const ctx = await getRequestContext()
  const { problem } = await prefetchInto(client, ctx, reportQuery(days).queryKey, readReport, {
    days,
  })
  const parked = await attempt(ctx, countParkedCases, undefined)
  return (
    <PageFrame
      isWide
      title="Reports"
      intro="How the work on approvals goes, for everyone and for each person and group."
      actions={<DaysNav days={days} />}
    >
      <ParkedOrders count={parked.value ?? 0} action={actingAs(viewer, { retryParked }).retryParked} />
      <HydrationBoundary state={dehydrate(client)}>
        <ReportView days={days} firstProblem={problem} />
      </HydrationBoundary>
    </PageFrame>
  )
}

export default ReportsPage
