import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { formatDuration } from '@/components/ui/format-time'
import * as paths from '@/temporal/contract/paths'
import type { DecisionReport, Percentiles } from '@/temporal/contract/reports/decision-report'

/** A duration, or a dash with a text for screen readers. */
export const Duration = ({ ms }: { ms: number | null }) =>
  ms === null ? (
    <>
      <span aria-hidden>–</span>
      <span className="sr-only">none</span>
    </>
  ) : (
    formatDuration(ms)
  )

const Tile = ({
  label,
  children,
  note,
  href,
  isBad,
}: {
  label: string
  children: ReactNode
  note?: ReactNode
  href?: string
  isBad?: boolean
}) => (
  <div className="flex flex-col gap-0.5 bg-surface p-4">
    <dt className="flex min-h-6 items-center text-muted">
      {href ? (
        <a href={href} className="link inline-flex min-h-6 items-center">
          {label}
        </a>
      ) : (
        label
      )}
    </dt>
    <dd className={cx('text-xl font-semibold tabular-nums', isBad && 'text-bad')}>{children}</dd>
    {note && <dd className="text-xs text-muted">{note}</dd>}
  </div>
)

const p90Note = ({ p90 }: Percentiles): string | undefined =>
  p90 === null ? undefined : `9 of 10 within ${formatDuration(p90)}`

/** Key figures; present counts link to their lists. */
export const ReportTiles = ({ report: { now, toClaim, toDecide } }: { report: DecisionReport }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 xl:grid-cols-6">
    <Tile label="Open" href={paths.inbox()}>
      {now.open}
    </Tile>
    <Tile label="Due today" href={paths.inbox({ due: 'today' })}>
      {now.dueToday}
    </Tile>
    <Tile label="Overdue" href={paths.inbox({ due: 'overdue' })} isBad={now.overdue > 0}>
      {now.overdue}
    </Tile>
    <Tile label="Decided today" href={paths.inbox({ tab: 'closed' })}>
      {now.decidedToday}
    </Tile>
    <Tile label="Time to claim" note={p90Note(toClaim)}>
      <Duration ms={toClaim.median} />
    </Tile>
    <Tile label="Time to decide" note={p90Note(toDecide)}>
      <Duration ms={toDecide.median} />
    </Tile>
  </dl>
)
