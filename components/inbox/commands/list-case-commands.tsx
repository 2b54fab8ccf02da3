'use client'

import { useCommand } from '@/components/keyboard/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { forgetRead, useMarkRead } from '../../case/use-mark-read'
import type { InboxState } from '../inbox-state'
import { getFocusedRowId, getRowLink } from '../list/row-focus'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  onLeave: () => void
}

/** Back from the open case to the list. */
export const LeaveCommands = ({ onLeave }: Pick<Props, 'onLeave'>) => {
  const leave = { label: 'Back to the list', section: 'List', run: onLeave } as const
  useCommand({ ...leave, id: 'list.back', keys: 'u' })
  useCommand({ ...leave, id: 'list.back.escape', keys: 'escape', isKeyOnly: true })
  return null
}

/** Opens the case at the cursor. */
export const OpenCommands = () => {
  useCommand({
    id: 'list.open',
    label: 'Open the case at the cursor',
    section: 'List',
    keys: 'o',
    isKeyOnly: true,
    run: () => getRowLink(getFocusedRowId() ?? '')?.click(),
  })
  return null
}

/** For the open case or the one at the cursor; a selection has its own. */
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
    // What stays open is seen again at once: it is left first.
    if (state.caseId) onLeave()
    forgetRead(caseId)
    void mark([{ caseId, version: 0 }])
  }
  useCommand({ id: 'list.read', label: 'Mark as read', section: 'List', keys: 'shift+i', run: read })
  useCommand({ id: 'list.unread', label: 'Mark as unread', section: 'List', keys: 'shift+u', run: unread })
  return null
}
