'use client'

import { formatDay, formatDayAndTime, formatExact } from './format-time'
import { useIsClient } from './use-client-value'

interface Props {
  /** ISO 8601; a day alone, `YYYY-MM-DD`, is the same day everywhere. */
  at: string
  locale?: string
  /** Without the time of day. */
  dayOnly?: boolean
  className?: string
}

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** Day and time: in UTC from the server and without JavaScript, then in the time zone of the browser. */
export const LocalTime = ({ at, locale, dayOnly = false, className }: Props) => {
  const isClient = useIsClient()
  const zone = isClient && at.length > DAY_LENGTH ? undefined : 'UTC'
  return (
    <time dateTime={at} title={formatExact(at, locale, zone)} className={className}>
      {dayOnly ? formatDay(at, locale, zone) : formatDayAndTime(at, locale, zone)}
      {!isClient && !dayOnly && ' UTC'}
    </time>
  )
}
