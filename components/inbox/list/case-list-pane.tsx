'use client'

import { lazy, Suspense, useCallback, useRef } from 'react'
import { toProblem } from '@/components/api/api-client'
import { cx } from '@/components/ui/cx'
import { ProblemNote } from '@/components/ui/form/problem-note'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import type { Problem } from '@/temporal/contract/problem'
import { useBulkRun } from '../bulk/use-bulk-run'
import { FilterChips } from '../filters/filter-chips'
import { ListControls } from '../filters/list-controls'
import { ListNotice } from '../filters/list-notice'
import { type InboxState, inboxHref } from '../inbox-state'
import { LIST_TITLE, tabLabel } from '../list-labels'
import type { SelectionHandle } from '../selection/use-selection'
import { CaseRows } from './case-rows'
import { ListPager } from './list-pager'
import { RowsSkeleton } from './list-skeleton'
import { ListTabs, UnreadCount } from './list-tabs'
import { NewRowsButton } from './new-rows-button'
import { TemporalSourceBanner } from './temporal-source-banner'
import { useScrollRestoration } from './use-scroll-restoration'
import type { LiveRows } from './use-stable-rows'

// Loaded on demand: most visits select nothing, and find something.
const NoRows = lazy(() => import('./no-rows').catch(() => ({ default: () => null })))
const BulkBar = lazy(() => import('../bulk/bulk-bar').then(({ BulkBar: loaded }) => ({ default: loaded })))

interface Props {
  state: InboxState
  rows: LiveRows
  selecting: SelectionHandle
  /** Error of the latest read, or null. */
  error: unknown
  /** Problem of the server's read, shown until the browser has read itself. */
  firstProblem: Problem | null
}

interface BodyProps extends Pick<Props, 'state' | 'rows' | 'selecting'> {
  problem: Problem | null
  list: CaseList | null
}

const Body = ({ state, rows, selecting, problem, list }: BodyProps) => {
  const { toggle, extendTo } = selecting
  const selectRow = useCallback(
    (item: CaseItem, isRange: boolean) => (isRange ? extendTo(item) : toggle(item)),
    [toggle, extendTo],
  )
  if (problem && (rows.isOutdated || !list)) return <ProblemNote problem={problem} className="m-3" />
  if (!list) return <RowsSkeleton />
  if (rows.rows.length === 0) {
    // The page before an emptied one is on its way.
    const isEmptied = state.cursor !== null || (rows.isOutdated && list.total.value > 0)
    return (
      <Suspense fallback={<RowsSkeleton />}>
        {isEmptied ? <RowsSkeleton /> : <NoRows state={state} list={list} />}
      </Suspense>
    )
  }
  return (
    <CaseRows
      label={`${LIST_TITLE[state.kind]}: ${tabLabel(state.kind, state.tab)}`}
      rows={rows.rows}
      removedIds={rows.removedIds}
      state={state}
      freezeHandlers={rows.freezeHandlers}
      selecting={selecting}
      onSelect={selectRow}
    />
  )
}

const ListHeader = ({ state, list }: { state: InboxState; list: CaseList | null }) => (
  <header className="border-b border-line px-3 pt-3 pb-2.5">
    <div className="mx-auto flex max-w-[110rem] flex-col gap-2.5 @4xl/list:flex-row @4xl/list:flex-wrap @4xl/list:items-center @4xl/list:gap-x-4">
      <h1 className="flex items-baseline gap-2 px-1 text-base">
        {LIST_TITLE[state.kind]}
        {state.kind === 'approval' && <UnreadCount />}
      </h1>
      <ListTabs state={state} list={list} />
      <ListControls state={state} />
      <FilterChips state={state} />
      <ListNotice state={state} />
    </div>
  </header>
)

/** The list pane: tabs, search, stable rows, bulk actions, pager. */
export const CaseListPane = ({ state, rows, selecting, error, firstProblem }: Props) => {
  const scroller = useRef<HTMLDivElement>(null)
  useScrollRestoration(scroller, inboxHref(state, { caseId: null }), state.caseId !== null)
  const run = useBulkRun()
  const { list } = rows
  const problem = toProblem(error) ?? (list ? null : firstProblem)
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
        <NewRowsButton count={rows.newCount} onShow={showNew} />
      </div>
      {list?.source === 'visibility' && <TemporalSourceBanner />}
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
