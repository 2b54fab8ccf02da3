'use client'

import { useCommand } from '@/components/keyboard/commands'
import type { InteractionAction } from '@/temporal/contract/cases/interaction'

/** The keys of the answers that people give all day. */
export const DECISION_KEYS: Record<string, string> = { approved: 'a', rejected: 'r' }
const PENDING_LABEL: Record<string, string> = { approved: 'Approving…', rejected: 'Rejecting…' }
/** What a button says while its answer is on its way. */
export const pendingLabel = (value: unknown): string => PENDING_LABEL[String(value)] ?? 'Sending…'

interface DecisionCommandProps {
  action: InteractionAction
  disabledReason: string | undefined
  run: () => void
  /** The buttons that are pressed by its key. */
  confirmsWithin: () => Element | null
}

/** Offers one answer to keys, palette and help. */
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
