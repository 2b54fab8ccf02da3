'use client'

import { forgetRead, useMarkRead } from '@/components/case/use-mark-read'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { InboxState } from '../inbox-state'
import { getFocusedRowId, getRowLink } from '../list/row-focus'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  onLeave: () => void
}

/** Closes the open case. */
export const LeaveCommands = ({ onLeave }: Pick<Props, 'onLeave'>) => {
  const leave = { label: 'Back to the list', section: 'List', run: onLeave } as const
  useCommand({ ...leave, id: 'list.back', keys: shortcutKeys.back })
  useCommand({ ...leave, id: 'list.back.escape', keys: 'escape', isKeyOnly: true })
  return null
}

/** Opens the case at the cursor. */
export const OpenCommands = () => {
  useCommand({
    id: 'list.open',
    label: 'Open the case at the cursor',
    section: 'List',
    keys: shortcutKeys.openCase,
    isKeyOnly: true,
    run: () => getRowLink(getFocusedRowId() ?? '')?.click(),
  })
  return null
}

/** Marks the open case, or the one at the cursor, as read or unread. A selection has its own commands. */
export const MarkCommands = ({ state, rows, onLeave }: Props) => {
  const mark = useMarkRead()
  const currentItem = () => rows.find(({ caseId }) => caseId === (state.caseId ?? getFocusedRowId()))
  const read = () => {
    const item = currentItem()
    if (item) void mark([{ caseId: item.caseId, version: item.version }])
  }
  const unread = () => {
    const caseId = state.caseId ?? currentItem()?.caseId
    if (!caseId) return
    // An open case would be marked as read again at once: close it first.
    if (state.caseId) onLeave()
    forgetRead(caseId)
    void mark([{ caseId, version: 0 }])
  }
  useCommand({
    id: 'list.read',
    label: 'Mark as read',
    section: 'List',
    keys: shortcutKeys.markRead,
    run: read,
  })
  useCommand({
    id: 'list.unread',
    label: 'Mark as unread',
    section: 'List',
    keys: shortcutKeys.markUnread,
    run: unread,
  })
  return null
}
