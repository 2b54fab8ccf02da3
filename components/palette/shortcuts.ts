/** Keys of the console that other pages answer to: what the help sheet lists besides those that work right now. */

import type { Keys } from '@/components/keyboard/keys'

export interface Shortcut {
  keys: Keys
  label: string
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: 'j', label: 'Next case' },
  { keys: 'k', label: 'Previous case' },
  { keys: 'o', label: 'Open the case at the cursor' },
  { keys: 'u', label: 'Back to the list' },
  { keys: '/', label: 'Search this list' },
  { keys: 'x', label: 'Select the case at the cursor' },
  { keys: '* a', label: 'Select all on this page' },
  { keys: 'a', label: 'Approve' },
  { keys: 'r', label: 'Reject, with a reason' },
  { keys: 'c', label: 'Claim or release' },
  { keys: 'm', label: 'Comment' },
  { keys: 'y', label: 'Copy link to this case' },
  { keys: 'shift+i', label: 'Mark as read' },
  { keys: 'shift+u', label: 'Mark as unread' },
]
