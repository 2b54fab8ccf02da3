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
 * What is down, what goes on and what waits, read out when it comes. It stands below the page and takes its place from
 * there: no row and no button of a case moves under the pointer. On a phone the answers to a case stay at the bottom,
 * so it stands above them then.
 */
export const TroubleBanners = () => {
  const { troubles, since } = useTroubles()
  const over = useOver(troubles)
  return (
    <section
      aria-label="Outages"
      aria-live="polite"
      className="flex max-h-[40dvh] shrink-0 flex-col gap-1 overflow-y-auto not-empty:border-t not-empty:border-line not-empty:p-2 max-lg:group-has-data-case-open/shell:order-first max-lg:group-has-data-case-open/shell:not-empty:border-t-0 max-lg:group-has-data-case-open/shell:not-empty:border-b"
    >
      {troubles.map((trouble) => {
        const at = since[trouble]
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
    </section>
  )
}
