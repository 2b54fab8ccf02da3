'use client'

import { useSyncExternalStore } from 'react'
import { dayAndTime, dayWords, exactWords } from './time-words'

interface Props {
  /** ISO 8601; a day alone, `YYYY-MM-DD`, is the same day everywhere. */
  at: string
  locale?: string
  /** Leaves out the time of day. */
  dayOnly?: boolean
  className?: string
}

const DAY_LENGTH = 'YYYY-MM-DD'.length
const never = () => () => {}

/** Day and time: in UTC from the server and without JavaScript, then in the viewer's own zone. */
export const LocalTime = ({ at, locale, dayOnly = false, className }: Props) => {
  const isViewer = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const zone = isViewer && at.length > DAY_LENGTH ? undefined : 'UTC'
  return (
    <time dateTime={at} title={exactWords(at, locale, zone)} className={className}>
      {dayOnly ? dayWords(at, locale, zone) : dayAndTime(at, locale, zone)}
      {!isViewer && !dayOnly && ' UTC'}
    </time>
  )
}
