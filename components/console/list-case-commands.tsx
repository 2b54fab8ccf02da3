'use client'

import { useCommand } from '@/components/commands/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { InboxState } from './inbox-state'
import { cursorId, linkOf } from './row-cursor'
import { forgetSeen, useMarkSeen } from './use-seen'

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
    run: () => linkOf(cursorId() ?? '')?.click(),
  })
  return null
}

/** For the open case or the one at the cursor; a selection has its own. */
export const MarkCommands = ({ state, rows, onLeave }: Props) => {
  const mark = useMarkSeen()
  const itemAtHand = () => rows.find(({ caseId }) => caseId === (state.caseId ?? cursorId()))
  const read = () => {
    const item = itemAtHand()
    if (item) void mark([{ caseId: item.caseId, version: item.version }])
  }
  const unread = () => {
    const caseId = state.caseId ?? itemAtHand()?.caseId
    if (!caseId) return
    // What stays open is seen again at once: it is left first.
    if (state.caseId) onLeave()
    forgetSeen(caseId)
    void mark([{ caseId, version: 0 }])
  }
  useCommand({ id: 'list.read', label: 'Mark as read', section: 'List', keys: 'shift+i', run: read })
  useCommand({ id: 'list.unread', label: 'Mark as unread', section: 'List', keys: 'shift+u', run: unread })
  return null
}
