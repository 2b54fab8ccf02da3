'use client'

import { useQuery } from '@tanstack/react-query'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useRef } from 'react'
import { problemFrom } from '@/components/case/api'
import { countsQuery } from '@/components/case/queries'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNote } from '@/components/ui/problem-note'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import type { CaseList as Answer } from '@/temporal/contract/filter'
import type { Problem } from '@/temporal/contract/problem'
import { CaseRows } from './case-rows'
import { type InboxState, inboxHref, TABS } from './inbox-state'
import { ListControls } from './list-controls'
import { ListPager } from './list-pager'
import { emptyWords, TITLE, tabWord } from './list-words'
import { useKeptScroll } from './use-kept-scroll'
import type { LiveRows } from './use-stable-rows'

const SKELETON_ROWS = Array.from({ length: 12 }, (_, row) => row)

const RowsSkeleton = () => (
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

const ListTabs = ({ state }: { state: InboxState }) => {
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

const NewBar = ({ count, onShow }: { count: number; onShow: () => void }) => (
  <div role="status">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="flex h-8 w-full items-center justify-center gap-1 border-b border-line bg-selected font-medium text-accent-text hover:underline"
      >
        {count} new
        <ArrowUp aria-hidden className="size-3.5" />
      </button>
    )}
  </div>
)

interface Props {
  state: InboxState
  rows: LiveRows
  /** What went wrong with the newest read, or null. */
  error: unknown
  /** What went wrong on the server, shown until the browser has read by itself. */
  firstProblem: Problem | null
}

const Body = ({
  state,
  rows,
  problem,
  list,
}: Pick<Props, 'state' | 'rows'> & {
  problem: Problem | null
  list: Answer | null
}) => {
  if (problem && (rows.isOutdated || !list)) return <ProblemNote problem={problem} className="m-3" />
  if (!list) return <RowsSkeleton />
  if (rows.rows.length === 0) {
    const { title, why } = emptyWords(state)
    return <EmptyState title={title}>{why}</EmptyState>
  }
  return (
    <CaseRows
      label={`${TITLE[state.kind]}: ${tabWord(state.kind, state.tab)}`}
      rows={rows.rows}
      goneIds={rows.goneIds}
      state={state}
      hold={rows.hold}
    />
  )
}

/** The list pane: views, search, rows that stay in place, pages. */
export const CaseList = ({ state, rows, error, firstProblem }: Props) => {
  const scroller = useRef<HTMLDivElement>(null)
  useKeptScroll(scroller, inboxHref(state, { caseId: null }), state.caseId !== null)
  const { list } = rows
  const problem = problemFrom(error) ?? (list ? null : firstProblem)
  const showNew = () => {
    rows.refresh()
    scroller.current?.scrollTo({ top: 0 })
  }
  return (
    <>
      <header className="flex flex-col gap-2.5 border-b border-line px-3 pt-3 pb-2.5">
        <h1 className="px-1 text-base">{TITLE[state.kind]}</h1>
        <ListTabs state={state} />
        <ListControls state={state} />
      </header>
      <NewBar count={rows.newCount} onShow={showNew} />
      <div
        ref={scroller}
        aria-busy={rows.isOutdated}
        className={cx('min-h-0 flex-1 overflow-y-auto', rows.isOutdated && list && 'opacity-60')}
      >
        <Body state={state} rows={rows} problem={problem} list={list} />
      </div>
      {list && (
        <footer className="border-t border-line px-3 py-1.5">
          <ListPager list={list} state={state} />
        </footer>
      )}
    </>
  )
}
