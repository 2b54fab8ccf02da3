import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import type { ReportDays, ReportTable } from '@/temporal/contract/reports/decision-report'
import { csvHref } from './report-query'

interface Props {
  caption: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** Text in the first column, numbers in the others. */
export const Table = ({ caption, heads, rows }: Props) => (
  <table className="w-full text-right whitespace-nowrap tabular-nums">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr className="border-b border-line text-xs text-muted">
        {heads.map((head, index) => (
          <th
            key={head}
            scope="col"
            className={cx('px-3 py-2 font-medium first:pl-4 last:pr-4', index === 0 && 'text-left')}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="divide-y divide-line/60">
      {rows.map(({ key, cells: [first, ...rest] }) => (
        <tr key={key}>
          <th scope="row" className="px-3 py-2 pl-4 text-left font-normal">
            {first}
          </th>
          {rest.map((cell, index) => (
            <td key={heads[index + 1]} className="px-3 py-2 last:pr-4">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** A table that scrolls where it is wider than its container; focusable for the keyboard. */
export const ScrollBox = ({ label, children }: { label: string; children: ReactNode }) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    tabIndex={0}
    className="relative max-h-96 overflow-auto focus-visible:-outline-offset-2"
  >
    {children}
  </section>
)

/** Link to the table as a file. */
export const CsvLink = ({ days, by }: { days: ReportDays; by: ReportTable }) => (
  <a
    href={csvHref(days, by)}
    download
    className="link touch-target inline-flex min-h-6 min-w-6 items-center text-xs"
  >
    CSV<span className="sr-only"> of the table by {by}</span>
  </a>
)
