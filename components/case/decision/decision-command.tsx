'use client'

import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import type { InteractionAction } from '@/temporal/contract/cases/interaction'

/** Keys of the frequent decisions. */
export const DECISION_KEYS: Record<string, string> = {
  approved: shortcutKeys.approve,
  rejected: shortcutKeys.reject,
}
const PENDING_LABEL: Record<string, string> = { approved: 'Approving…', rejected: 'Rejecting…' }
/** Label of a button while its decision is pending. */
export const pendingLabel = (value: unknown): string => PENDING_LABEL[String(value)] ?? 'Sending…'

interface DecisionCommandProps {
  action: InteractionAction
  disabledReason: string | undefined
  run: () => void
  /** The buttons of the decision; its key runs it only while they are in view. */
  confirmsWithin: () => Element | null
}

/** Registers one decision as a command. */
export const DecisionCommand = ({
  action: { value, label, form },
  disabledReason,
  run,
  confirmsWithin,
}: DecisionCommandProps) => {
  useCommand({
    id: `case.${value}`,
    label: form ? `${label}…` : label,
    section: 'Case',
    ...(DECISION_KEYS[value] && { keys: DECISION_KEYS[value] }),
    disabledReason,
    run,
    confirmsWithin,
  })
  return null
}
