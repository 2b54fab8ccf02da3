import type { Keys } from '@/components/keyboard/keys'
import { SHORTCUT_KEYS } from '@/components/keyboard/shortcut-keys'

export interface Shortcut {
  keys: Keys
  label: string
}

const LABEL = {
  nextCase: 'Next case',
  previousCase: 'Previous case',
  openCase: 'Open the case at the cursor',
  back: 'Back to the list',
  search: 'Search this list',
  selectCase: 'Select the case at the cursor',
  selectAll: 'Select all on this page',
  approve: 'Approve',
  reject: 'Reject, with a reason',
  claim: 'Claim or release',
  comment: 'Comment',
  copyLink: 'Copy link to this case',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
} as const satisfies Record<keyof typeof SHORTCUT_KEYS, string>

/** What the help sheet lists besides the commands of the present page. */
export const SHORTCUTS: readonly Shortcut[] = (Object.keys(LABEL) as (keyof typeof LABEL)[]).map((name) => ({
  keys: SHORTCUT_KEYS[name],
  label: LABEL[name],
}))
