'use client'

import { useQuery } from '@tanstack/react-query'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { listQuery } from '@/components/case/queries'
import { useViewing } from '@/components/case/viewer'
import { cx } from '@/components/ui/cx'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import type { Problem } from '@/temporal/contract/problem'
import { CaseList } from './case-list'
import { CasePane } from './case-pane'
import { casesQuery, type InboxState, inboxHref, parseInbox } from './inbox-state'
import { ListCommands } from './list-commands'
import { pagesOf } from './list-pages'
import { TITLE } from './list-words'
import { nextCaseOf } from './next-case'
import { keepCursor, linkOf, putCursor, rememberCursor } from './row-cursor'
import { useSelection } from './use-selection'
import { goShallow, useShallowLinks } from './use-shallow-links'
import { useStableRows } from './use-stable-rows'

/** What a selection belongs to: one person's list, on whichever page and in whichever order. */
const selectionKeyOf = (state: InboxState, viewerId: string): string =>
  `${viewerId} ${casesQuery({ ...state, sort: 'created', cursor: null })}`

/** Follows the open case with the list's cursor: its row is in view, and gets the focus once the case is left. */
const useCursorFollows = (caseId: string | null, rows: readonly CaseItem[]) => {
  const before = useRef(caseId)
  useEffect(() => {
    const left = before.current
    before.current = caseId
    if (caseId) {
      rememberCursor(caseId)
      linkOf(caseId)?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    } else if (left) putCursor(left)
  }, [caseId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that changed may have taken the focus away
  useEffect(() => {
    if (caseId === null) keepCursor()
  }, [caseId, rows])
}

/** A list of cases and the one that is open: two panes and the case's details, one after the other on a phone. */
export const Inbox = ({ kind, firstProblem }: { kind: CaseKind; firstProblem: Problem | null }) => {
  const params = useSearchParams()
  const state = parseInbox(kind, new URLSearchParams(params))
  const query = casesQuery(state)
  const { viewer } = useViewing()
  const { data, error } = useQuery(listQuery(query))
  const rows = useStableRows(query, data, state.caseId)
  const selecting = useSelection(selectionKeyOf(state, viewer.id), rows.rows)
  const stayOnPage = useShallowLinks()
  const { caseId } = state
  // A case that the page was opened with does not take the focus; one that was chosen does.
  const opened = useRef(caseId)
  useCursorFollows(caseId, rows.rows)
  const next = caseId === null ? null : nextCaseOf(viewer, rows, caseId)
  const leave = () => goShallow(inboxHref(state, { caseId: null }))
  return (
    <div onClickCapture={stayOnPage} className="flex min-h-0 flex-1 max-lg:flex-col">
      <ListCommands
        state={state}
        rows={rows.rows}
        selecting={selecting}
        pages={pagesOf(state, rows.isOutdated ? null : rows.list)}
        onLeave={leave}
      />
      <div
        className={cx(
          'flex min-h-0 flex-col border-line bg-surface',
          caseId ? 'max-lg:hidden lg:w-80 lg:shrink-0 lg:border-r xl:w-96' : 'min-w-0 flex-1',
        )}
      >
        <CaseList state={state} rows={rows} selecting={selecting} error={error} firstProblem={firstProblem} />
      </div>
      {caseId && (
        <div data-case-open className="flex min-h-0 min-w-0 flex-1 flex-col">
          <h1 className="border-b border-line lg:hidden">
            <a
              href={inboxHref(state, { caseId: null })}
              className="flex h-11 items-center gap-1 px-3 font-medium text-muted focus-visible:-outline-offset-2"
            >
              <ChevronLeft aria-hidden className="size-4" />
              {TITLE[kind]}
            </a>
          </h1>
          <CasePane
            key={caseId}
            caseId={caseId}
            level={2}
            next={
              next && { href: inboxHref(state, { caseId: next.caseId }), label: `Next: ${next.caseTitle}` }
            }
            takesFocus={caseId !== opened.current}
          />
        </div>
      )}
    </div>
  )
}
