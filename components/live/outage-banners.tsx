'use client'

import { useEffect, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { ClockTime } from '@/components/ui/clock-time'
import { OUTAGE_MESSAGES, type Outage } from './outage-messages'
import { useOutages } from './use-outages'

/** How long the end of an outage is shown. */
const ENDED_SHOWN_MS = 5_000

/** The outages that ended a moment ago. */
const useEndedOutages = (outages: readonly Outage[]): Outage[] => {
  const [previous, setPrevious] = useState(outages)
  const [ended, setEnded] = useState<Outage[]>([])
  if (previous.join() !== outages.join()) {
    setPrevious(outages)
    setEnded(previous.filter((outage) => !outages.includes(outage)))
  }
  useEffect(() => {
    if (ended.length === 0) return
    const timer = setTimeout(() => setEnded([]), ENDED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [ended])
  return ended
}

/**
 * The present outages, read out when they start. They stand below the page and take their space from there,
 * so that no row or button moves under the pointer. On a phone the decision buttons are at the bottom, so the
 * outages are above them.
 */
export const OutageBanners = () => {
  const { outages, since } = useOutages()
  const ended = useEndedOutages(outages)
  return (
    <section
      aria-label="Outages"
      aria-live="polite"
      data-screen-only
      className="flex max-h-[40dvh] shrink-0 flex-col gap-1 overflow-y-auto not-empty:border-t not-empty:border-line not-empty:p-2 max-lg:group-has-data-case-open/shell:order-first max-lg:group-has-data-case-open/shell:not-empty:border-t-0 max-lg:group-has-data-case-open/shell:not-empty:border-b"
    >
      {outages.map((outage) => {
        const at = since[outage]
        const { title, text } = OUTAGE_MESSAGES[outage]
        return (
          <Banner
            key={outage}
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
      {ended.map((outage) => (
        <Banner key={outage} tone="good" title={OUTAGE_MESSAGES[outage].ended} />
      ))}
    </section>
  )
}
