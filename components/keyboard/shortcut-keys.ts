import type { Keys } from './keys'

/** Keys of the commands of lists and cases; the help sheet lists them on every page. */
export const SHORTCUT_KEYS = {
  nextCase: 'j',
  previousCase: 'k',
  openCase: 'o',
  back: 'u',
  search: '/',
  selectCase: 'x',
  selectAll: '* a',
  approve: 'a',
  reject: 'r',
  claim: 'c',
  comment: 'm',
  copyLink: 'y',
  markRead: 'shift+i',
  markUnread: 'shift+u',
} as const satisfies Record<string, Keys>
