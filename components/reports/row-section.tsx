import { Card } from '@/components/ui/card'
import { UserText } from '@/components/ui/user-text'
import type { DecisionReport, ReportRow } from '@/temporal/contract/reports/decision-report'
import { Duration } from './report-tiles'
import { CsvLink, ScrollBox, Table } from './table'

const TITLE = { person: 'By person', group: 'By group' } as const
const EMPTY = {
  person: 'Nobody holds or decided an approval in these days.',
  group: 'No approval was asked of a group in these days.',
} as const
const HEADS = ['Open', 'Overdue', 'Decided', 'Time to claim', 'Time to decide', '9 of 10 decided within']

const countDecided = ({ approved, rejected }: ReportRow): number => approved + rejected

/** Number of decisions, and the share of approvals as a bar of two tones. */
const Decided = ({ row, most }: { row: ReportRow; most: number }) => (
  <span className="flex items-center justify-end gap-2">
    <span aria-hidden className="flex h-2 w-24 justify-end overflow-hidden rounded-full max-md:hidden">
      <span className="bg-good" style={{ width: `${(100 * row.approved) / most}%` }} />
      <span className="bg-bad" style={{ width: `${(100 * row.rejected) / most}%` }} />
    </span>
    <span title={`${row.approved} approved, ${row.rejected} rejected`}>{countDecided(row)}</span>
    <span className="sr-only">
      : {row.approved} approved, {row.rejected} rejected
    </span>
  </span>
)

/** Assigned and decided cases and durations: one table for people, one for groups. */
export const RowSection = ({ report, by }: { report: DecisionReport; by: 'person' | 'group' }) => {
  const rows = by === 'person' ? report.byPerson : report.byGroup
  const most = Math.max(1, ...rows.map(countDecided))
  return (
    <Card flush title={TITLE[by]} actions={<CsvLink days={report.days} by={by} />}>
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">{EMPTY[by]}</p>
      ) : (
        <ScrollBox label={`${TITLE[by]}, table`}>
          <Table
            caption={`Decisions ${TITLE[by].toLowerCase()}`}
            heads={[by === 'person' ? 'Person' : 'Group', ...HEADS]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                <UserText key="name">{row.name}</UserText>,
                row.open,
                row.overdue > 0 ? (
                  <span key="overdue" className="text-bad">
                    {row.overdue}
                  </span>
                ) : (
                  0
                ),
                <Decided key="decided" row={row} most={most} />,
                <Duration key="claim" ms={row.toClaim.median} />,
                <Duration key="decide" ms={row.toDecide.median} />,
                <Duration key="p90" ms={row.toDecide.p90} />,
              ],
            }))}
          />
        </ScrollBox>
      )}
    </Card>
  )
}
