import { cx } from '@/components/ui/cx'
import * as paths from '@/temporal/contract/paths'
import {
  DEFAULT_REPORT_DAYS,
  REPORT_DAYS,
  type ReportDays,
} from '@/temporal/contract/reports/decision-report'

/** Period of the report. */
export const DaysNav = ({ days }: { days: ReportDays }) => (
  <nav aria-label="Days" className="flex rounded-md border border-line bg-surface p-0.5">
    {REPORT_DAYS.map((one) => (
      <a
        key={one}
        href={paths.reports({ days: one === DEFAULT_REPORT_DAYS ? null : one })}
        aria-current={one === days ? 'page' : undefined}
        className={cx(
          'flex h-control-sm items-center rounded px-2.5 text-xs font-medium',
          one === days ? 'bg-selected text-accent-text' : 'text-muted hover:text-ink',
        )}
      >
        {one} days
      </a>
    ))}
  </nav>
)
