'use client'

import { useCommand } from '@/components/keyboard/commands'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Button } from '@/components/ui/button'
import { BULK_LABEL, formatCases } from '../bulk/bulk-labels'
import type { BulkPlan, BulkVerb } from '../bulk/bulk-plan'

interface Props {
  verb: BulkVerb
  plan: BulkPlan
  /** A case is open, and its shortcuts take precedence. */
  isCaseOpen: boolean
  isDisabled: boolean
  onPress: () => void
}

/** Button and command of a bulk action. */
export const VerbButton = ({ verb, plan, isCaseOpen, isDisabled, onPress }: Props) => {
  const { button, keys } = BULK_LABEL[verb]
  const ellipsis = verb === 'reject' ? '…' : ''
  const excludedReasons =
    plan.allowed.length === 0 ? plan.excluded.map(({ reason }) => reason).join('; ') : undefined
  const all = plan.allowed.length + plan.excluded.reduce((sum, { items }) => sum + items.length, 0)
  const activeKeys = isCaseOpen ? undefined : keys
  useCommand({
    id: `selection.${verb}`,
    label: `${button} ${formatCases(all)} that ${all === 1 ? 'is' : 'are'} selected${ellipsis}`,
    section: 'Selection',
    keys: activeKeys,
    disabledReason: isDisabled ? 'Another run is under way' : undefined,
    run: onPress,
  })
  return (
    <Button
      size="sm"
      variant={verb === 'approve' ? 'primary' : 'neutral'}
      aria-keyshortcuts={activeKeys}
      title={excludedReasons}
      disabled={isDisabled}
      onClick={onPress}
    >
      {button}
      {ellipsis}
      {activeKeys && <KeyCaps keys={activeKeys} />}
    </Button>
  )
}
