'use client'

import { useCommand } from '@/components/commands/commands'
import type { InteractionAction } from '@/temporal/contract/cases/interaction'

/** The keys of the answers that people give all day. */
export const KEYS: Record<string, string> = { approved: 'a', rejected: 'r' }
const UNDER_WAY: Record<string, string> = { approved: 'Approving…', rejected: 'Rejecting…' }
/** What a button says while its answer is on its way. */
export const underWay = (value: unknown): string => UNDER_WAY[String(value)] ?? 'Sending…'

interface AnswerCommandProps {
  action: InteractionAction
  off: string | undefined
  run: () => void
  /** The buttons that are pressed by its key. */
  decides: () => Element | null
}

/** Offers one answer to keys, palette and help. */
export const AnswerCommand = ({ action: { value, label, form }, off, run, decides }: AnswerCommandProps) => {
  useCommand({
    id: `case.${value}`,
    label: form ? `${label}…` : label,
    section: 'Case',
    ...(KEYS[value] && { keys: KEYS[value] }),
    off,
    run,
    decides,
  })
  return null
}
