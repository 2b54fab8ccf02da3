'use client'

import { useEffect, useState } from 'react'
import { formatExact, formatRelative } from './format-time'

const TICK_MS = 30_000

/** Relative time, updated regularly; the exact time on hover. */
export const RelativeTime = ({ at, className }: { at: string; className?: string }) => {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    // The server does not know time zone and clock of the browser: the key replaces the node once both are known.
    <time
      key={nowMs === null ? 'server' : 'viewer'}
      dateTime={at}
      title={formatExact(at)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelative(at, nowMs ?? Date.now())}
    </time>
  )
}
