/** Keys of the console that other pages answer to: what the help sheet lists besides those that work right now. */

import type { Section } from '@/components/commands/commands'
import type { Keys } from '@/components/commands/keys'

export interface KnownKeys {
  keys: Keys
  label: string
  section: Section
}

export const KNOWN_KEYS: readonly KnownKeys[] = [
  { section: 'Case', keys: 'a', label: 'Approve' },
  { section: 'Case', keys: 'r', label: 'Reject, with a reason' },
  { section: 'Case', keys: 'c', label: 'Claim' },
  { section: 'List', keys: 'j', label: 'Next case' },
  { section: 'List', keys: 'k', label: 'Case before' },
  { section: 'List', keys: '/', label: 'Search the list' },
  { section: 'Selection', keys: 'x', label: 'Select the case' },
]
