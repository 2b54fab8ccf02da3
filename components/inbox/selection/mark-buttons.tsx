'use client'

import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import { forgetRead, useMarkRead } from '@/components/case/use-mark-read'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { IconButton } from '@/components/ui/icon-button'
import type { CaseItem } from '@/temporal/contract/cases/case'

/** Marks all selected cases as read or as unread. */
export const MarkButtons = ({ items, isCaseOpen }: { items: readonly CaseItem[]; isCaseOpen: boolean }) => {
  const mark = useMarkRead()
  const markRead = () => mark(items.map(({ caseId, version }) => ({ caseId, version })))
  const markUnread = () => {
    for (const { caseId } of items) forgetRead(caseId)
    return mark(items.map(({ caseId }) => ({ caseId, version: 0 })))
  }
  useCommand({
    id: 'selection.read',
    label: 'Mark selected as read',
    section: 'Selection',
    keys: isCaseOpen ? undefined : shortcutKeys.markRead,
    run: markRead,
  })
  useCommand({
    id: 'selection.unread',
    label: 'Mark selected as unread',
    section: 'Selection',
    keys: isCaseOpen ? undefined : shortcutKeys.markUnread,
    run: markUnread,
  })
  return (
    <>
      <IconButton size="sm" icon={MailOpen} label="Mark as read" onClick={markRead} />
      <IconButton size="sm" icon={Mail} label="Mark as unread" onClick={markUnread} />
    </>
  )
}
