'use client'

/** Whether single keys run commands. People who dictate can turn them off (WCAG 2.1.4). */

import { useSyncExternalStore } from 'react'

const NAME = 'action-center.single-keys'

/** The choice on this page, for browsers that deny access to localStorage. */
let chosen: boolean | null = null
const listeners = new Set<() => void>()

/** True unless turned off in this browser. */
export const areSingleKeysEnabled = (): boolean => {
  try {
    return (localStorage.getItem(NAME) ?? (chosen === false ? 'off' : 'on')) !== 'off'
  } catch {
    return chosen ?? true
  }
}

/** Saves the choice in this browser; without localStorage it lasts until the page is left. */
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
  // Fires when another tab changed the choice.
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** `areSingleKeysEnabled` as a hook; renders again when it changes, also in another tab. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, areSingleKeysEnabled, () => true)
