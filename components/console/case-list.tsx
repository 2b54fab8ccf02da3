'use client'

import { useRef } from 'react'
import { problemFrom } from '@/components/case/api'
import { buttonClass } from '@/components/ui/button-style'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNote } from '@/components/ui/problem-note'
import type { CaseList as Answer } from '@/temporal/contract/filter'
import type { Problem } from '@/temporal/contract/problem'
import { CaseRows } from './case-rows'
import { type InboxState, inboxHref, isNarrowed, NO_FILTERS } from './inbox-state'
import { ListControls } from './list-controls'
import { ListPager } from './list-pager'
import { FromTemporal, ListTabs, NewBar, RowsSkeleton } from './list-parts'
import { emptyWords, TITLE, tabWord } from './list-words'
import { useKeptScroll } from './use-kept-scroll'
import type { LiveRows } from './use-stable-rows'

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
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scroller}
          aria-busy={rows.isOutdated}
          className={cx('min-h-0 flex-1 overflow-y-auto', rows.isOutdated && list && 'opacity-60')}
        >
          {list?.source === 'visibility' && <FromTemporal />}
          <Body state={state} rows={rows} problem={problem} list={list} />
        </div>
        <NewBar count={rows.newCount} onShow={showNew} />
      </div>
      {list && rows.rows.length > 0 && (
        <footer className="border-t border-line px-3 py-1.5">
          <ListPager list={list} state={state} />
        </footer>
      )}
    </>
  )
}
