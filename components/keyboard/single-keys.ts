'use client'

/** Whether letters alone run commands; people who dictate or press by accident turn them off (WCAG 2.1.4). */

import { useSyncExternalStore } from 'react'

const NAME = 'action-center.single-keys'

/** What was chosen on this page, for browsers whose storage is closed. */
let chosen: boolean | null = null
const listeners = new Set<() => void>()

/** On unless turned off in this browser. */
export const areSingleKeysEnabled = (): boolean => {
  try {
    return (localStorage.getItem(NAME) ?? (chosen === false ? 'off' : 'on')) !== 'off'
  } catch {
    return chosen ?? true
  }
}

/** Remembers the choice in this browser; where storage is closed it lasts until the page is left. */
export const setSingleKeys = (on: boolean): void => {
  chosen = on
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off')
  } catch {
    // Nothing to remember in.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  // Another tab of this browser chose.
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** `areSingleKeysEnabled` for drawing; draws again when it changes, also in another tab. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, areSingleKeysEnabled, () => true)
