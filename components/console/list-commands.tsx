'use client'

import { useCommand } from '@/components/commands/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { InboxState } from './inbox-state'
import { LeaveCommands, MarkCommands, OpenCommands } from './list-case-commands'
import { MoveCommands } from './list-move-commands'
import { cursorId, putCursor } from './row-cursor'
import type { SelectionHandle } from './use-selection'
import { goShallow } from './use-shallow-links'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
  /** Addresses of the pages before and after this one, or null. */
  pages: { before: string | null; after: string | null }
  onLeave: () => void
}

const focusSearch = () => {
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  box?.focus()
  box?.select()
}

/** What keys and the palette can do in a list. */
export const ListCommands = ({ state, rows, selecting, pages, onLeave }: Props) => {
  const toggle = () => {
    const id = cursorId() ?? state.caseId ?? rows[0]?.caseId
    const item = rows.find(({ caseId }) => caseId === id)
    if (!item) return
    if (state.caseId === null) putCursor(item.caseId)
    selecting.toggle(item)
  }
  const none = rows.length === 0 ? 'The list is empty' : undefined
  useCommand({ id: 'list.search', label: 'Search this list', section: 'List', keys: '/', run: focusSearch })
  useCommand({
    id: 'list.page.after',
    label: 'Next page',
    section: 'List',
    keys: ']',
    off: pages.after ? undefined : 'This is the last page',
    run: () => pages.after && goShallow(pages.after),
  })
  useCommand({
    id: 'list.page.before',
    label: 'Previous page',
    section: 'List',
    keys: '[',
    off: pages.before ? undefined : 'This is the first page',
    run: () => pages.before && goShallow(pages.before),
  })
  useCommand({
    id: 'selection.toggle',
    label: 'Select the case at the cursor, or let it go',
    section: 'Selection',
    keys: 'x',
    off: none,
    isKeyOnly: true,
    run: toggle,
  })
  useCommand({
    id: 'selection.all',
    label: 'Select all on this page',
    section: 'Selection',
    keys: '* a',
    off: none,
    run: selecting.toggleAll,
  })
  return (
    <>
      <MoveCommands state={state} rows={rows} selecting={selecting} />
      {state.caseId ? <LeaveCommands onLeave={onLeave} /> : <OpenCommands />}
      {(state.caseId !== null || selecting.selection.items.size === 0) && (
        <MarkCommands state={state} rows={rows} onLeave={onLeave} />
      )}
    </>
  )
}
