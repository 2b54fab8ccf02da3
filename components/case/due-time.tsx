'use client'

import Clock3 from 'lucide-react/icons/clock-3'
import { cx } from '@/components/ui/cx'
import { formatExact } from '@/components/ui/format-time'
import { useIsClient } from '@/components/ui/use-client-value'
import { useNowMs } from '@/components/ui/use-now-ms'
import { toDueLabel } from './due-labels'

interface Props {
  at: string
  className?: string
  /** Without the icon, where another is nearby. */
  plain?: boolean
}

/** The deadline of a decision: a time where it is far, the time left where it is near. In UTC until hydrated. */
export const DueTime = ({ at, className, plain }: Props) => {
  const { label, urgency } = toDueLabel(at, useNowMs(), useIsClient() ? undefined : 'UTC')
  return (
    <time
      dateTime={at}
      title={`Due ${formatExact(at)}`}
      suppressHydrationWarning
      className={cx(
        'inline-flex items-center gap-1 whitespace-nowrap tabular-nums',
        urgency === 'late' && 'font-medium text-bad',
        urgency === 'soon' && 'text-waiting',
        className,
      )}
    >
      {!plain && <Clock3 aria-hidden className="size-3 shrink-0" />}
      {label}
    </time>
  )
}
