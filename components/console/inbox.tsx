'use client'

import { useQuery } from '@tanstack/react-query'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import MousePointerClick from 'lucide-react/icons/mouse-pointer-click'
import { useSearchParams } from 'next/navigation'
import { type KeyboardEvent, useRef } from 'react'
import type { NextCase } from '@/components/case/decision-card'
import { listQuery } from '@/components/case/queries'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import type { CaseItem } from '@/temporal/contract/case'
import type { CaseKind } from '@/temporal/contract/ids'
import type { Problem } from '@/temporal/contract/problem'
import { isTerminal } from '@/temporal/contract/states'
import { CaseList } from './case-list'
import { CasePane } from './case-pane'
import { casesQuery, type InboxState, inboxHref, parseInbox } from './inbox-state'
import { TITLE } from './list-words'
import { useShallowLinks } from './use-shallow-links'
import { type LiveRows, useStableRows } from './use-stable-rows'

/** The open case after the one at hand, or the first before it. */
const nextOf = (state: InboxState, { rows, goneIds }: LiveRows): NextCase | null => {
  const here = rows.findIndex(({ caseId }) => caseId === state.caseId)
  const isOpen = (row: CaseItem) =>
    row.caseId !== state.caseId && !goneIds.has(row.caseId) && !isTerminal(row.status)
  const next = rows.slice(here + 1).find(isOpen) ?? rows.slice(0, Math.max(0, here)).findLast(isOpen)
  return next ? { href: inboxHref(state, { caseId: next.caseId }), label: `Next: ${next.caseTitle}` } : null
}

/** The row of the open case, where the focus goes when the case is left. */
const focusRow = (caseId: string) =>
  document.querySelector<HTMLElement>(`a[data-case="${CSS.escape(caseId)}"]`)?.focus()

/** A list of cases and the one that is open: two panes and the case's details, one after the other on a phone. */
export const Inbox = ({ kind, firstProblem }: { kind: CaseKind; firstProblem: Problem | null }) => {
  const params = useSearchParams()
  const state = parseInbox(kind, new URLSearchParams(params))
  const query = casesQuery(state)
  const { data, error } = useQuery(listQuery(query))
  const rows = useStableRows(query, data, state.caseId)
  const stayOnPage = useShallowLinks()
  const { caseId } = state
  // A case that the page was opened with does not take the focus; one that was chosen does.
  const opened = useRef(caseId)
  const leave = (event: KeyboardEvent) => {
    // Escape in a panel or a field belongs to that.
    const isTaken = event.isDefaultPrevented() || (event.target as Element).closest('[popover]')
    if (event.key === 'Escape' && caseId && !isTaken) focusRow(caseId)
  }
  return (
    <div onClickCapture={stayOnPage} className="flex min-h-0 flex-1 max-lg:flex-col">
      <div
        className={cx(
          'flex min-h-0 flex-col border-line bg-surface lg:w-80 lg:shrink-0 lg:border-r xl:w-96',
          caseId ? 'max-lg:hidden' : 'max-lg:flex-1',
        )}
      >
        <CaseList state={state} rows={rows} error={error} firstProblem={firstProblem} />
      </div>
      {caseId ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the case from wherever the focus is in it
        <div data-case-open onKeyDown={leave} className="flex min-h-0 min-w-0 flex-1 flex-col">
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
            next={nextOf(state, rows)}
            takesFocus={caseId !== opened.current}
          />
        </div>
      ) : (
        <div className="hidden flex-1 items-center justify-center lg:flex">
          <EmptyState title="No case is open" icon={MousePointerClick}>
            Choose one from the list. The arrow keys go through it, Enter opens.
          </EmptyState>
        </div>
      )}
    </div>
  )
}
