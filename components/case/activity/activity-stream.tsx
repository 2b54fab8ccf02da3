'use client'

import ChevronRight from 'lucide-react/icons/chevron-right'
import { useContext, useState } from 'react'
import { ClockTime } from '@/components/ui/clock-time'
import { cx } from '@/components/ui/cx'
import type { StreamType } from '@/temporal/contract/cases/activity-stream'
import { SectionLevel } from '../details/facts'
import { ENTRY_STYLE } from './entry-style'
import { countByType, groupEntries } from './group-entries'
import type { ActivityEntry } from './merge-activity'
import { StreamEntry } from './stream-entry'

/** Shorter streams need no filter. */
const MIN_ENTRIES_TO_FILTER = 6

const CollapsedEntries = ({ items }: { items: readonly ActivityEntry[] }) => (
  <li data-kind="system">
    <details className="group">
      <summary className="flex min-h-6 cursor-pointer list-none gap-3 rounded text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="mx-0.5 mt-0.5 size-4 shrink-0 text-faint group-open:rotate-90" />
        <span className="min-w-0 flex-1">{items.length} entries of the system that repeat themselves</span>
        <span className="shrink-0 text-xs leading-5 text-faint tabular-nums">
          <ClockTime at={items[0]?.timestamp ?? ''} /> – <ClockTime at={items.at(-1)?.timestamp ?? ''} />
        </span>
      </summary>
      <ol className="mt-2.5 ml-2.5 flex flex-col gap-2.5 border-l border-line pl-3">
        {items.map((item) => (
          <StreamEntry key={item.key} item={item} />
        ))}
      </ol>
    </details>
  </li>
)

const CHIP =
  'inline-flex h-7 items-center gap-1 rounded-full border px-2 text-xs pointer-coarse:h-11 hover:bg-hover'

const TypeFilter = ({
  counts,
  only,
  onOnly,
}: {
  counts: Map<StreamType, number>
  only: StreamType | null
  onOnly: (type: StreamType | null) => void
}) => (
  <fieldset className="flex flex-wrap gap-1">
    <legend className="sr-only">Show of what happened</legend>
    {(Object.keys(ENTRY_STYLE) as StreamType[]).map((type) => {
      const { icon: Icon, plural, className } = ENTRY_STYLE[type]
      const count = counts.get(type)
      return (
        count && (
          <button
            key={type}
            type="button"
            aria-pressed={only === type}
            onClick={() => onOnly(only === type ? null : type)}
            className={cx(
              CHIP,
              only === type ? 'border-accent bg-selected text-ink' : 'border-line text-muted',
            )}
          >
            <Icon aria-hidden className={cx('size-3.5', className)} />
            {plural} <span className="tabular-nums">{count}</span>
          </button>
        )
      )
    })}
  </fieldset>
)

/** The activity of a case, oldest first, with a filter by kind: people, system, money and shipment. */
export const ActivityStream = ({ items }: { items: readonly ActivityEntry[] }) => {
  const [chosen, setChosen] = useState<StreamType | null>(null)
  const Heading = `h${useContext(SectionLevel)}` as const
  const counts = countByType(items)
  const only = chosen && counts.has(chosen) ? chosen : null
  const shown = only ? items.filter(({ type }) => type === only) : items
  return (
    <>
      {/* Beside the heading, which reserves their space: a growing stream moves nothing. */}
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1.5 pointer-coarse:min-h-11">
        <Heading className="text-xs font-medium tracking-wide text-faint">What happened</Heading>
        {items.length >= MIN_ENTRIES_TO_FILTER && counts.size > 1 && (
          <TypeFilter counts={counts} only={only} onOnly={setChosen} />
        )}
      </div>
      <ol className="flex flex-col gap-2.5">
        {groupEntries(shown).map((group) =>
          group.kind === 'repeated' ? (
            <CollapsedEntries key={group.key} items={group.items} />
          ) : (
            <StreamEntry key={group.item.key} item={group.item} />
          ),
        )}
      </ol>
    </>
  )
}
