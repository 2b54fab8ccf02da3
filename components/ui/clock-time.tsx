'use client'

import { formatExact } from './format-time'
import { useIsClient } from './use-client-value'

const formatClock = (at: string, timeZone: string | undefined): string => {
  const day = (date: Date) => date.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'short' })
  const then = new Date(at)
  const clock = then.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return day(then) === day(new Date()) ? clock : `${day(then)}, ${clock}`
}

/** The time, with the day unless it is today: UTC from the server, then the time zone of the browser. */
export const ClockTime = ({ at, className }: { at: string; className?: string }) => {
  const zone = useIsClient() ? undefined : 'UTC'
  return (
    <time dateTime={at} title={formatExact(at, 'en-GB', zone)} className={className} suppressHydrationWarning>
      {formatClock(at, zone)}
    </time>
  )
}
