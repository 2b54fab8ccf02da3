import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { TONE, type Tone } from '@/components/ui/tone'
import type { Headline, TrackedOrder } from '@/temporal/contract/track'
import { moneySentence, reasonSentence } from './status-words'
import { fill, type ShopWords } from './words'

const HEADLINE_TONE = {
  received: 'running',
  inReview: 'waiting',
  needsYou: 'waiting',
  paying: 'running',
  preparing: 'running',
  onItsWay: 'running',
  delivered: 'good',
  closing: 'ended',
  cancelled: 'ended',
  failed: 'bad',
} as const satisfies Record<Headline, Tone>

interface Props {
  order: TrackedOrder
  words: ShopWords
  live: ReactNode
}

/** The answer to "how is my order": one headline, why, what happens next, and where the money is. */
export const StatusHeadline = ({ order, words, live }: Props) => {
  const tone = HEADLINE_TONE[order.headline]
  const { icon: Icon, text } = TONE[tone]
  const reason = reasonSentence(order, words)
  return (
    <header className="flex flex-col gap-2">
      <p className="flex flex-wrap justify-between gap-x-4 text-muted">
        <span>{fill(words.track.title, { number: order.number })}</span>
        <span>
          {words.track.placed}{' '}
          <LocalTime at={order.purchasedAt ?? order.placedAt} locale={words.locale} dayOnly />
        </span>
      </p>
      <div aria-live="polite" className="flex flex-col gap-2">
        <h1 className="flex items-start gap-2.5 text-2xl sm:text-3xl">
          <Icon aria-hidden className={`mt-1 size-6 shrink-0 sm:size-7 ${text}`} />
          {words.track.headlines[order.headline]}
        </h1>
        {reason && <p>{reason}</p>}
        {order.outcome?.words && (
          <blockquote className="border-l-2 border-line-strong pl-3">
            <span className="text-muted">{words.track.wordsFromUs}</span> {order.outcome.words}
          </blockquote>
        )}
        <p>
          {order.isDelayed ? words.track.delayed : words.track.next[order.headline]}
          {order.outcome && ` ${moneySentence(order, words)}`}
        </p>
      </div>
      {live}
      {(order.headline === 'cancelled' || order.headline === 'failed') && (
        <p className="print:hidden">
          <a href="/order" className="link">
            {words.track.orderAgain}
          </a>
        </p>
      )}
    </header>
  )
}
