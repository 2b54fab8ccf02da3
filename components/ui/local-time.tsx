'use client'

import { useSyncExternalStore } from 'react'
import { formatDay, formatDayAndTime, formatExact } from './format-time'

interface Props {
  /** ISO 8601; a day alone, `YYYY-MM-DD`, is the same day everywhere. */
  at: string
  locale?: string
  /** Without the time of day. */
  dayOnly?: boolean
  className?: string
}

const DAY_LENGTH = 'YYYY-MM-DD'.length
const never = () => () => {}

/** Day and time: in UTC from the server and without JavaScript, then in the time zone of the browser. */
export const LocalTime = ({ at, locale, dayOnly = false, className }: Props) => {
  const isViewer = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const zone = isViewer && at.length > DAY_LENGTH ? undefined : 'UTC'
  return (
    <time dateTime={at} title={formatExact(at, locale, zone)} className={className}>
      {dayOnly ? formatDay(at, locale, zone) : formatDayAndTime(at, locale, zone)}
      {!isViewer && !dayOnly && ' UTC'}
    </time>
  )
}
