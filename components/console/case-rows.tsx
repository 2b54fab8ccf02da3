'use client'

import type { KeyboardEvent } from 'react'
import type { CaseItem } from '@/temporal/contract/case'
import { CaseRow } from './case-row'
import { type InboxState, inboxHref } from './inbox-state'

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrow keys go from row to row; every row is a link, so Tab and Enter work as everywhere. */
const stepThrough = (event: KeyboardEvent<HTMLElement>) => {
  const step = STEP[event.key]
  if (!step) return
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-case]')]
  const here = links.findIndex((link) => link.contains(document.activeElement))
  const next = links[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface Props {
  label: string
  rows: readonly CaseItem[]
  goneIds: ReadonlySet<string>
  state: InboxState
  hold: { onPointerEnter: () => void; onPointerLeave: () => void }
}

/** The rows of a list. */
export const CaseRows = ({ label, rows, goneIds, state, hold }: Props) => (
  <ul aria-label={label} onKeyDown={stepThrough} {...hold} className="divide-y divide-line/60">
    {rows.map((item) => (
      <CaseRow
        key={item.caseId}
        item={item}
        href={inboxHref(state, { caseId: item.caseId })}
        isOpen={item.caseId === state.caseId}
        isGone={goneIds.has(item.caseId)}
      />
    ))}
  </ul>
)
