'use client'

import { lazy, Suspense, useCallback, useRef } from 'react'
import { problemFrom } from '@/components/case/api'
import { buttonClass } from '@/components/ui/button-style'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNote } from '@/components/ui/problem-note'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { CaseList as Answer, ListSource } from '@/temporal/contract/cases/case-filter'
import type { Problem } from '@/temporal/contract/problem'
import { CaseRows } from './case-rows'
import { FilterChips } from './filter-chips'
import { NO_FILTERS } from './inbox-filters'
import { type InboxState, inboxHref, isNarrowed } from './inbox-state'
import { ListControls } from './list-controls'
import { ListNotice } from './list-notice'
import { ListPager } from './list-pager'
import { FromTemporal, NewBar } from './list-parts'
import { RowsSkeleton } from './list-skeleton'
import { ListTabs, UnreadCount } from './list-tabs'
import { emptyWords, TITLE, tabWord } from './list-words'
import { useKeptScroll } from './use-kept-scroll'
import { useRun } from './use-run'
import type { SelectionHandle } from './use-selection'
import type { LiveRows } from './use-stable-rows'

// Most looks at a list select nothing.
const BulkBar = lazy(() => import('./bulk-bar').then(({ BulkBar: loaded }) => ({ default: loaded })))

interface Props {
  state: InboxState
  rows: LiveRows
  selecting: SelectionHandle
  /** What went wrong with the newest read, or null. */
  error: unknown
  /** What went wrong on the server, shown until the browser has read by itself. */
  firstProblem: Problem | null
}

interface BodyProps extends Pick<Props, 'state' | 'rows' | 'selecting'> {
  problem: Problem | null
  list: Answer | null
}

const NoRows = ({ state, source }: { state: InboxState; source: ListSource }) => {
  const { title, why } = emptyWords(state, source)
  return (
    <EmptyState
      title={title}
      action={
        isNarrowed(state) && (
          <a href={inboxHref(state, { ...NO_FILTERS, q: '' })} className={buttonClass('neutral', 'sm')}>
            Clear search and filters
          </a>
        )
      }
    >
      {why}
    </EmptyState>
  )
}

const Body = ({ state, rows, selecting, problem, list }: BodyProps) => {
  const { toggle, extendTo } = selecting
  const select = useCallback(
    (item: CaseItem, isRange: boolean) => (isRange ? extendTo(item) : toggle(item)),
    [toggle, extendTo],
  )
  if (problem && (rows.isOutdated || !list)) return <ProblemNote problem={problem} className="m-3" />
  if (!list) return <RowsSkeleton />
  if (rows.rows.length === 0) return <NoRows state={state} source={list.source} />
  return (
    <CaseRows
      label={`${TITLE[state.kind]}: ${tabWord(state.kind, state.tab)}`}
      rows={rows.rows}
      goneIds={rows.goneIds}
      state={state}
      hold={rows.hold}
      selecting={selecting}
      onSelect={select}
    />
  )
}

const ListHeader = ({ state, list }: { state: InboxState; list: Answer | null }) => (
  <header className="border-b border-line px-3 pt-3 pb-2.5">
    <div className="mx-auto flex max-w-[110rem] flex-col gap-2.5 @4xl/list:flex-row @4xl/list:flex-wrap @4xl/list:items-center @4xl/list:gap-x-4">
      <h1 className="flex items-baseline gap-2 px-1 text-base">
        {TITLE[state.kind]}
        {state.kind === 'approval' && <UnreadCount />}
      </h1>
      <ListTabs state={state} list={list} />
      <ListControls state={state} />
      <FilterChips state={state} />
      <ListNotice state={state} />
    </div>
  </header>
)

/** The list pane: views, search, rows that stay in place, what can be done with many, pages. */
export const CaseList = ({ state, rows, selecting, error, firstProblem }: Props) => {
  const scroller = useRef<HTMLDivElement>(null)
  useKeptScroll(scroller, inboxHref(state, { caseId: null }), state.caseId !== null)
  const run = useRun()
  const { list } = rows
  const problem = problemFrom(error) ?? (list ? null : firstProblem)
  const showNew = () => {
    rows.refresh()
    scroller.current?.scrollTo({ top: 0 })
  }
  const hasBar = run !== null || selecting.selection.items.size > 0
  return (
    <div className="@container/list flex min-h-0 flex-1 flex-col">
      <ListHeader state={state} list={rows.isOutdated ? null : list} />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scroller}
          aria-busy={rows.isOutdated && !problem}
          className={cx('min-h-0 flex-1 overflow-y-auto', rows.isOutdated && list && 'opacity-60')}
        >
          <Body state={state} rows={rows} selecting={selecting} problem={problem} list={list} />
        </div>
        <NewBar count={rows.newCount} onShow={showNew} />
      </div>
      {list?.source === 'visibility' && <FromTemporal />}
      {hasBar && (
        <Suspense fallback={<div className="h-12 border-t border-line" />}>
          <BulkBar state={state} rows={rows.rows} selecting={selecting} />
        </Suspense>
      )}
      {list && rows.rows.length > 0 && (
        <footer className="border-t border-line px-3 py-1.5">
          <ListPager list={list} state={state} />
        </footer>
      )}
    </div>
  )
}
