import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import type { Keys } from '@/components/keyboard/keys'

export interface Shortcut {
  keys: Keys
  label: string
}

const LABEL = {
  [shortcutKeys.nextCase]: 'Next case',
  [shortcutKeys.previousCase]: 'Previous case',
  [shortcutKeys.openCase]: 'Open the case at the cursor',
  [shortcutKeys.back]: 'Back to the list',
  [shortcutKeys.search]: 'Search this list',
  [shortcutKeys.selectCase]: 'Select the case at the cursor',
  [shortcutKeys.selectAll]: 'Select all on this page',
  [shortcutKeys.approve]: 'Approve',
  [shortcutKeys.reject]: 'Reject, with a reason',
  [shortcutKeys.claim]: 'Claim or release',
  [shortcutKeys.takeOver]: 'Take over from a colleague',
  [shortcutKeys.comment]: 'Comment',
  [shortcutKeys.copyLink]: 'Copy link to this case',
  [shortcutKeys.markRead]: 'Mark as read',
  [shortcutKeys.markUnread]: 'Mark as unread',
} as const satisfies Record<(typeof shortcutKeys)[keyof typeof shortcutKeys], string>

/** What the help sheet lists besides the commands of the present page. */
export const SHORTCUTS: readonly Shortcut[] = Object.entries(LABEL).map(([keys, label]) => ({ keys, label }))
