'use client'

import { useEffect, useState } from 'react'
import { formatExact, formatRelative } from './format-time'

const TICK_MS = 30_000

/** Distance from now, kept current; the exact time in the viewer's own zone on hover. */
export const RelativeTime = ({ at, className }: { at: string; className?: string }) => {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    // The server knows neither the viewer's zone nor his clock: the key makes a fresh node once both are known.
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
