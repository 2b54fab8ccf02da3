import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import type { TimelineEntry } from '@/temporal/contract/track'
import { fill, type ShopWords } from './words'

const sentence = ({ event, amount }: TimelineEntry, words: ShopWords): string =>
  fill(words.track.events[event], { amount: amount ?? '' }).trim()

/** What happened so far, the newest first. */
export const OrderTimeline = ({ entries, words }: { entries: TimelineEntry[]; words: ShopWords }) => (
  <Card title={words.track.timeline}>
    <ol className="flex flex-col gap-3">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.event} ${entry.at}`} className="flex flex-col sm:flex-row sm:gap-4">
          <LocalTime
            at={entry.at}
            locale={words.locale}
            className="shrink-0 text-sm leading-6 text-muted tabular-nums sm:w-48"
          />
          {sentence(entry, words)}
        </li>
      ))}
    </ol>
  </Card>
)
