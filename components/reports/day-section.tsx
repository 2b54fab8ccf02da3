'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/components/ui/format-time'
import { Skeleton } from '@/components/ui/skeleton'
import type { DecisionReport, ReportDay } from '@/temporal/contract/reports/decision-report'
import { CsvLink, ScrollBox, Table } from './table'

const DayChart = lazy(() => import('./day-chart'))

const toDayLabel = ({ day }: ReportDay): string => formatDay(`${day}T00:00:00Z`, 'en-GB', 'UTC')

/** The chart is heavy and needs a browser: it is loaded after the numbers. */
const Chart = ({ days }: { days: readonly ReportDay[] }) => {
  const [isInBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  const placeholder = <Skeleton className="h-full" />
  return (
    <div aria-hidden className="h-64 px-2 pt-4">
      {isInBrowser ? (
        <Suspense fallback={placeholder}>
          <DayChart days={days} dayOf={toDayLabel} />
        </Suspense>
      ) : (
        placeholder
      )}
    </div>
  )
}

/** Opened and decided cases by day: a chart, with the same numbers as a table. */
export const DaySection = ({ report: { byDay, days } }: { report: DecisionReport }) => (
  <Card flush title="Day by day" actions={<CsvLink days={days} by="day" />}>
    <Chart days={byDay} />
    <details className="border-t border-line">
      <summary className="px-4 py-2 text-muted hover:text-ink">The numbers</summary>
      <ScrollBox label="Day by day, in numbers">
        <Table
          caption="Approvals opened and ended on each day"
          heads={['Day', 'Opened', 'Approved', 'Rejected', 'Ended without a person']}
          rows={byDay.toReversed().map((row) => ({
            key: row.day,
            cells: [toDayLabel(row), row.opened, row.approved, row.rejected, row.lapsed],
          }))}
        />
      </ScrollBox>
    </details>
  </Card>
)
