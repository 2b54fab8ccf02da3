import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import { dayIn } from '@/temporal/contract/days'
import type {
  DecisionReport,
  ReportDay,
  ReportRow,
  ReportTable,
} from '@/temporal/contract/reports/decision-report'
import type { ExportReport } from '@/temporal/contract/schemas/report-request'
import type { Verb } from '../auth/context'
import { readReport } from './read-report'

export interface CsvFile {
  name: string
  text: string
}

const toDayRow = ({ day, opened, approved, rejected, lapsed }: ReportDay) => ({
  day,
  opened,
  approved,
  rejected,
  ended_without_a_person: lapsed,
})

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1_000))

const toReportRow = ({ id, name, open, overdue, approved, rejected, toClaim, toDecide }: ReportRow) => ({
  id,
  name,
  open,
  overdue,
  approved,
  rejected,
  median_seconds_to_claim: seconds(toClaim.median),
  p90_seconds_to_claim: seconds(toClaim.p90),
  median_seconds_to_decide: seconds(toDecide.median),
  p90_seconds_to_decide: seconds(toDecide.p90),
})

const ROW_COLUMNS = Object.keys(
  toReportRow({
    ...{ id: '', name: '', open: 0, overdue: 0, approved: 0, rejected: 0 },
    toClaim: { median: null, p90: null },
    toDecide: { median: null, p90: null },
  }),
)

const ROWS = {
  day: ({ byDay }) => byDay.map(toDayRow),
  person: ({ byPerson }) => byPerson.map(toReportRow),
  group: ({ byGroup }) => byGroup.map(toReportRow),
} satisfies Record<ReportTable, (report: DecisionReport) => object[]>

/** One table of the report as CSV with a header row. Names that a spreadsheet would run as a formula are escaped. */
export const exportReport: Verb<z.output<typeof ExportReport>, CsvFile> = async (ctx, { days, by, zone }) => {
  const report = await readReport(ctx, { days, zone })
  const columns = by === 'day' ? undefined : ROW_COLUMNS
  const text = stringify(ROWS[by](report), { header: true, columns, escape_formulas: true })
  return { name: `decisions-by-${by}-${days}-days-${dayIn(report.zone, new Date(report.asOf))}.csv`, text }
}
