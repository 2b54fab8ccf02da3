'use client'

import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { InboxState } from '../inbox-state'
import { focusRow, getFocusedRowId } from '../list/row-focus'
import type { SelectionHandle } from '../selection/use-selection'
import { pushUrl } from '../use-client-links'
import { LeaveCommands, MarkCommands, OpenCommands } from './list-case-commands'
import { MoveCommands } from './list-move-commands'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
  /** URLs of the pages before and after this one, or null. */
  pages: { before: string | null; after: string | null }
  onLeave: () => void
}

const focusSearch = () => {
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  box?.focus()
  box?.select()
}

/** Registers the commands of a list. */
export const ListCommands = ({ state, rows, selecting, pages, onLeave }: Props) => {
  const toggle = () => {
    const id = getFocusedRowId() ?? state.caseId ?? rows[0]?.caseId
    const item = rows.find(({ caseId }) => caseId === id)
    if (!item) return
    if (state.caseId === null) focusRow(item.caseId)
    selecting.toggle(item)
  }
  const disabledReason = rows.length === 0 ? 'The list is empty' : undefined
  useCommand({
    id: 'list.search',
    label: 'Search this list',
    section: 'List',
    keys: shortcutKeys.search,
    run: focusSearch,
  })
  useCommand({
    id: 'list.page.after',
    label: 'Next page',
    section: 'List',
    keys: ']',
    disabledReason: pages.after ? undefined : 'This is the last page',
    run: () => pages.after && pushUrl(pages.after),
  })
  useCommand({
    id: 'list.page.before',
    label: 'Previous page',
    section: 'List',
    keys: '[',
    disabledReason: pages.before ? undefined : 'This is the first page',
    run: () => pages.before && pushUrl(pages.before),
  })
  useCommand({
    id: 'selection.toggle',
    label: 'Select the case at the cursor, or let it go',
    section: 'Selection',
    keys: shortcutKeys.selectCase,
    disabledReason,
    isKeyOnly: true,
    run: toggle,
  })
  useCommand({
    id: 'selection.all',
    label: 'Select all on this page',
    section: 'Selection',
    keys: shortcutKeys.selectAll,
    disabledReason,
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
