'use client'

import { useQuery } from '@tanstack/react-query'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { CasePane } from '@/components/case/case-pane'
import { listQuery } from '@/components/case/queries'
import { useViewer } from '@/components/case/viewer-context'
import { cx } from '@/components/ui/cx'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import type { Problem } from '@/temporal/contract/problem'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { ListCommands } from './commands/list-commands'
import { type InboxState, inboxHref, parseInbox, toListKey, toListQuery } from './inbox-state'
import { CaseListPane } from './list/case-list-pane'
import { getPageBeforeEmpty, getPages } from './list/list-pages'
import { focusRow, getRowLink, rememberFocusedRow, restoreRowFocus } from './list/row-focus'
import { useStableRows } from './list/use-stable-rows'
import { LIST_TITLE } from './list-labels'
import { findNextCase } from './next-case'
import { useSelection } from './selection/use-selection'
import { pushUrl, useClientLinks } from './use-client-links'

/** Key of a selection: one list of one person, without page and order. */
const toSelectionKey = (state: InboxState, viewerId: string): string =>
  `${viewerId} ${toListKey({ ...state, sort: 'created', cursor: null })}`

/** Moves the cursor to the open case: its row is in view, and gets the focus when the case is closed. */
const useFocusOpenCase = (caseId: string | null, rows: readonly CaseItem[]) => {
  const previousId = useRef(caseId)
  useEffect(() => {
    const closedId = previousId.current
    previousId.current = caseId
    if (caseId) {
      rememberFocusedRow(caseId)
      getRowLink(caseId)?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    } else if (closedId) focusRow(closedId)
  }, [caseId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that changed may have taken the focus away
  useEffect(() => {
    if (caseId === null) restoreRowFocus()
  }, [caseId, rows])
}

/** The list and the open case: two panes, or one after the other on a phone. */
export const Inbox = ({ kind, firstProblem }: { kind: CaseKind; firstProblem: Problem | null }) => {
  const params = useSearchParams()
  const state = parseInbox(kind, new URLSearchParams(params))
  const { viewer } = useViewer()
  const { data, error } = useQuery(listQuery(toListQuery(state)))
  const rows = useStableRows(toListKey(state), data, state.caseId)
  const selecting = useSelection(toSelectionKey(state, viewer.id), rows.rows)
  const onLinkClick = useClientLinks()
  const { caseId } = state
  // A case of the first render does not take the focus; one that was chosen does.
  const initialCaseId = useRef(caseId)
  useFocusOpenCase(caseId, rows.rows)
  const next = caseId === null ? null : findNextCase(viewer, rows, caseId)
  const emptiedTo = rows.isOutdated || rows.rows.length > 0 ? null : getPageBeforeEmpty(state, rows.list)
  useEffect(() => {
    if (emptiedTo !== null) pushUrl(emptiedTo, 'replace')
  }, [emptiedTo])
  const leave = () => pushUrl(inboxHref(state, { caseId: null }))
  return (
    <div onClickCapture={onLinkClick} className="flex min-h-0 flex-1 max-lg:flex-col">
      <ListCommands
        state={state}
        rows={rows.rows}
        selecting={selecting}
        pages={getPages(state, rows.isOutdated ? null : rows.list)}
        onLeave={leave}
      />
      <div
        className={cx(
          'flex min-h-0 flex-col border-line bg-surface',
          caseId ? 'max-lg:hidden lg:w-80 lg:shrink-0 lg:border-r xl:w-96' : 'min-w-0 flex-1',
        )}
      >
        <CaseListPane
          state={state}
          rows={rows}
          selecting={selecting}
          error={error}
          firstProblem={firstProblem}
        />
      </div>
      {caseId && (
        <div data-case-open className="flex min-h-0 min-w-0 flex-1 flex-col">
          <h1 className="border-b border-line lg:hidden">
            <a
              href={inboxHref(state, { caseId: null })}
              className="flex h-11 items-center gap-1 px-3 font-medium text-muted focus-visible:-outline-offset-2"
            >
              <ChevronLeft aria-hidden className="size-4" />
              {LIST_TITLE[kind]}
            </a>
          </h1>
          <CasePane
            key={caseId}
            caseId={caseId}
            level={2}
            next={
              next && {
                href: inboxHref(state, { caseId: next.caseId }),
                label: `Next: ${isolateText(next.caseTitle)}`,
              }
            }
            takesFocus={caseId !== initialCaseId.current}
          />
        </div>
      )}
    </div>
  )
}
