'use client'

import { copyText } from '@/components/browser/copy-text'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { toast } from '@/components/ui/toast-queue'
import * as paths from '@/temporal/contract/paths'

/** Commands of every case: copy its link, show its raw view. */
export const useCaseCommands = (caseId: string): void => {
  const copyLink = async () => {
    const isCopied = await copyText(location.origin + paths.casePage(caseId))
    toast(
      isCopied
        ? { title: 'Link copied', tone: 'good' }
        : { title: 'The browser does not let this page copy', tone: 'bad' },
    )
  }
  useCommand({
    id: 'case.copyLink',
    label: 'Copy link to this case',
    section: 'Case',
    keys: shortcutKeys.copyLink,
    run: () => void copyLink(),
  })
  useCommand({
    id: 'case.raw',
    label: 'Raw view of this case',
    section: 'Case',
    run: () => {
      const raw = document.getElementById('raw')
      raw?.setAttribute('open', '')
      raw?.scrollIntoView({ block: 'nearest' })
      raw?.querySelector('summary')?.focus()
    },
  })
}
