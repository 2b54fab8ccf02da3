'use client'

import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import { useCommand } from '@/components/commands/commands'
import { IconButton } from '@/components/ui/icon-button'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { forgetSeen, useMarkSeen } from './use-seen'

/** Marks all that is selected as read or as unread. */
export const MarkButtons = ({ items, isCaseOpen }: { items: readonly CaseItem[]; isCaseOpen: boolean }) => {
  const mark = useMarkSeen()
  const read = () => mark(items.map(({ caseId, version }) => ({ caseId, version })))
  const unread = () => {
    for (const { caseId } of items) forgetSeen(caseId)
    return mark(items.map(({ caseId }) => ({ caseId, version: 0 })))
  }
  useCommand({
    id: 'selection.read',
    label: 'Mark selected as read',
    section: 'Selection',
    keys: isCaseOpen ? undefined : 'shift+i',
    run: read,
  })
  useCommand({
    id: 'selection.unread',
    label: 'Mark selected as unread',
    section: 'Selection',
    keys: isCaseOpen ? undefined : 'shift+u',
    run: unread,
  })
  return (
    <>
      <IconButton size="sm" icon={MailOpen} label="Mark as read" onClick={read} />
      <IconButton size="sm" icon={Mail} label="Mark as unread" onClick={unread} />
    </>
  )
}
