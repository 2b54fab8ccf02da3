'use client'

import { useQuery } from '@tanstack/react-query'
import { toProblem } from '@/components/api/api-client'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { RelativeTime } from '@/components/ui/relative-time'
import { Skeleton } from '@/components/ui/skeleton'
import type { Problem } from '@/temporal/contract/problem'
import type { ReportDays } from '@/temporal/contract/reports/decision-report'
import { DaySection } from './day-section'
import { reportQuery } from './report-query'
import { ReportTiles } from './report-tiles'
import { RowSection } from './row-section'

const ReportSkeleton = () => (
  <div className="flex flex-col gap-5">
    <Skeleton className="h-20" />
    <Skeleton className="h-72" />
    <Skeleton className="h-48" />
  </div>
)

/** The report: key figures, days as chart and table, people and groups. */
export const ReportView = ({ days, firstProblem }: { days: ReportDays; firstProblem: Problem | null }) => {
  const { data, error } = useQuery(reportQuery(days))
  const problem = toProblem(error) ?? (data ? null : firstProblem)
  return (
    <>
      {problem && (
        <ProblemNote problem={problem} kept={data ? 'You see the numbers from before.' : undefined} />
      )}
      {!data && !problem && <ReportSkeleton />}
      {data && (
        <>
          <ReportTiles report={data} />
          <DaySection report={data} />
          <RowSection report={data} by="person" />
          <RowSection report={data} by="group" />
          <p className="text-xs text-muted">
            Counted <RelativeTime at={data.asOf} />. Days are those of {data.zone.replaceAll('_', ' ')}. Times
            run from the creation of an approval to its first claim or assignment, and to the decision of a
            person.
          </p>
        </>
      )}
    </>
  )
}
