'use client'

import { useQuery } from '@tanstack/react-query'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { countsQuery } from '@/components/case/queries'
import { Banner } from '@/components/ui/banner'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { type InboxState, inboxHref, TABS } from './inbox-state'
import { TITLE, tabWord } from './list-words'

const SKELETON_ROWS = Array.from({ length: 12 }, (_, row) => row)

/** Shape of the rows while they are read. */
export const RowsSkeleton = () => (
  <div aria-busy>
    <p role="status" className="sr-only">
      Loading the list
    </p>
    {SKELETON_ROWS.map((row) => (
      <div key={row} className="flex min-h-row flex-col justify-center gap-1.5 border-b border-line/60 px-4">
        <Skeleton className="h-3 w-3/4" />
        <Skeleton className="h-2.5 w-2/5" />
      </div>
    ))}
  </div>
)

/** The views of a list; the inbox's with their counts. */
export const ListTabs = ({ state }: { state: InboxState }) => {
  const isInbox = state.kind === 'approval'
  const counts = useQuery({ ...countsQuery(), enabled: isInbox }).data
  return (
    <Tabs
      label={`Views of ${TITLE[state.kind]}`}
      className="-mx-1"
      items={TABS[state.kind].map((tab) => ({
        href: inboxHref(state, { tab, state: null, caseId: null }),
        label: tabWord(state.kind, tab),
        count: isInbox && tab !== 'closed' ? counts?.[tab] : null,
        current: tab === state.tab,
      }))}
    />
  )
}

/** Says that there is more than is shown. It floats over the rows: its coming moves none of them. */
export const NewBar = ({ count, onShow }: { count: number; onShow: () => void }) => (
  <div role="status" className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto flex h-8 items-center gap-1 rounded-full bg-accent px-3.5 font-medium text-on-solid shadow-raised hover:bg-accent-hover pointer-coarse:h-11"
      >
        {count.toLocaleString('en-US')} new
        <ArrowUp aria-hidden className="size-3.5" />
      </button>
    )}
  </div>
)

/** The list is not from the database, and not sorted as asked. */
export const FromTemporal = () => (
  <Banner tone="waiting" title="The database does not answer right now" className="m-3">
    This list comes from Temporal, newest first. Cases open and decisions are taken as usual.
  </Banner>
)
