import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readReport } from '@/app/_server/verbs/read-report'
import { PageFrame } from '@/components/console/page-frame'
import { DaysNav } from '@/components/reports/days-nav'
import { reportQuery } from '@/components/reports/query'
import { ReportView } from '@/components/reports/report-view'
import { can } from '@/temporal/contract/can'
import { DEFAULT_REPORT_DAYS, REPORT_DAYS } from '@/temporal/contract/report'
import { readInto } from '../first-read'
import type { SearchParams } from '../list-page'
import { readingContext, requireStaff } from '../reading'

export const metadata: Metadata = { title: 'Reports' }

const ReportsPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const { days: asked } = await searchParams
  const days = REPORT_DAYS.find((one) => String(one) === asked) ?? DEFAULT_REPORT_DAYS
  const viewer = await requireStaff(asked ? `/reports?days=${days}` : '/reports')
  if (!can(viewer, 'report.read')) notFound()
  const client = new QueryClient()
  const { problem } = await readInto(client, await readingContext(), reportQuery(days).queryKey, readReport, {
    days,
  })
  return (
    <PageFrame
      isWide
      title="Reports"
      intro="How the work on approvals goes, for everyone and for each person and group."
      actions={<DaysNav days={days} />}
    >
      <HydrationBoundary state={dehydrate(client)}>
        <ReportView days={days} firstProblem={problem} />
      </HydrationBoundary>
    </PageFrame>
  )
}

export default ReportsPage
