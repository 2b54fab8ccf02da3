'use client'

import { useEffect, useState } from 'react'
import { ClockTime } from '@/components/case/clock-time'
import { Banner } from '@/components/ui/banner'
import { TROUBLE, type Trouble } from './part-words'
import { useTroubles } from './use-trouble'

/** How long the end of a trouble is told. */
const OVER_MS = 5_000

/** The troubles that ended a moment ago. */
const useOver = (troubles: readonly Trouble[]): Trouble[] => {
  const [before, setBefore] = useState(troubles)
  const [over, setOver] = useState<Trouble[]>([])
  if (before.join() !== troubles.join()) {
    setBefore(troubles)
    setOver(before.filter((one) => !troubles.includes(one)))
  }
  useEffect(() => {
    if (over.length === 0) return
    const timer = setTimeout(() => setOver([]), OVER_MS)
    return () => clearTimeout(timer)
  }, [over])
  return over
}

/**
 * What is down, what goes on and what waits, above every page of the console. It takes its place from the page
 * below, whose panes scroll by themselves, and is read out when it comes.
 */
export const TroubleBanners = () => {
  const { troubles, since } = useTroubles()
  const over = useOver(troubles)
  return (
    <div
      aria-live="polite"
      className="flex flex-col gap-1 not-empty:border-b not-empty:border-line not-empty:p-2"
    >
      {troubles.map((trouble) => {
        const at = trouble === 'server' || trouble === 'stream' ? undefined : since[trouble]
        const { title, text } = TROUBLE[trouble]
        return (
          <Banner
            key={trouble}
            tone="waiting"
            title={
              <>
                {title}
                {at && (
                  <span className="font-normal">
                    {' '}
                    since <ClockTime at={at} />
                  </span>
                )}
              </>
            }
          >
            {text}
          </Banner>
        )
      })}
      {over.map((trouble) => (
        <Banner key={trouble} tone="good" title={TROUBLE[trouble].over} />
      ))}
    </div>
  )
}
