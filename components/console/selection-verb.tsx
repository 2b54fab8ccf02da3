'use client'

import { useCommand } from '@/components/commands/commands'
import { KeyCaps } from '@/components/commands/key-caps'
import { Button } from '@/components/ui/button'
import type { BulkPlan, BulkVerb } from './bulk-plan'
import { BULK_WORD, cases } from './bulk-words'

interface Props {
  verb: BulkVerb
  plan: BulkPlan
  /** A case is open: its own keys count. */
  isCaseOpen: boolean
  isOff: boolean
  onPress: () => void
}

/** A button, and the command behind it, for one verb on all that is selected. */
export const VerbButton = ({ verb, plan, isCaseOpen, isOff, onPress }: Props) => {
  const { press, keys } = BULK_WORD[verb]
  const asks = verb === 'reject' ? '…' : ''
  const why = plan.may.length === 0 ? plan.leftOut.map(({ why: one }) => one).join('; ') : undefined
  const all = plan.may.length + plan.leftOut.reduce((sum, { items }) => sum + items.length, 0)
  const shown = isCaseOpen ? undefined : keys
  useCommand({
    id: `selection.${verb}`,
    label: `${press} ${cases(all)} that ${all === 1 ? 'is' : 'are'} selected${asks}`,
    section: 'Selection',
    keys: shown,
    off: isOff ? 'Another run is under way' : undefined,
    run: onPress,
  })
  return (
    <Button
      size="sm"
      variant={verb === 'approve' ? 'primary' : 'neutral'}
      aria-keyshortcuts={shown}
      title={why}
      disabled={isOff}
      onClick={onPress}
    >
      {press}
      {asks}
      {shown && <KeyCaps keys={shown} />}
    </Button>
  )
}
