'use client'

import { formatExact } from '@/components/ui/format-time'
import { useIsClient } from '@/components/ui/use-client-value'

const DAY_LENGTH = '2026-01-31'.length
const DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const

/** A day, or a day and time of the viewer's zone, in UTC until hydrated. With the year, since papers may be old. */
export const PayloadTime = ({ at }: { at: string }) => {
  const timeZone = useIsClient() ? undefined : 'UTC'
  const isDay = at.length === DAY_LENGTH
  const options = isDay ? DAY : ({ dateStyle: 'medium', timeStyle: 'short', timeZone } as const)
  const text = new Intl.DateTimeFormat('en-GB', options).format(new Date(at))
  return (
    <time dateTime={at} title={isDay ? text : formatExact(at, 'en-GB', timeZone)} suppressHydrationWarning>
      {text}
    </time>
  )
}
