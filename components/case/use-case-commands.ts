'use client'

import { useCommand } from '@/components/keyboard/commands'
import { useToast } from '@/components/ui/use-toast'
import { paths } from '@/temporal/contract/paths'

/** What can be done with any case: take its address along, look beneath. */
export const useCaseCommands = (caseId: string): void => {
  const { toast } = useToast()
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + paths.case(caseId))
      toast({ title: 'Link copied', tone: 'good' })
    } catch {
      toast({ title: 'The browser does not let this page copy', tone: 'bad' })
    }
  }
  useCommand({
    id: 'case.copyLink',
    label: 'Copy link to this case',
    section: 'Case',
    keys: 'y',
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
