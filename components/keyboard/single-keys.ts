'use client'

/**
 * Whether single keys run commands. People who dictate can turn them off (WCAG 2.1.4). A preference of the browser: it
 * lasts until it is changed, whoever signs in and out.
 */

import { useSyncExternalStore } from 'react'
import { getWebStorage } from '@/components/browser/web-storage'

const KEY = 'keyboard.single-keys'
/** Where an earlier version kept the choice. */
const OLD_KEY = 'action-center.single-keys'

/** The choice of this page where the browser did not keep it. */
let unsaved: boolean | null = null
const listeners = new Set<() => void>()

const readSaved = (): boolean => {
  try {
    const storage = getWebStorage('browser')
    return (storage.getItem(KEY) ?? storage.getItem(OLD_KEY)) !== 'off'
  } catch {
    return true
  }
}

/** True unless they were turned off in this browser. */
export const areSingleKeysEnabled = (): boolean => unsaved ?? readSaved()

/** Saves the choice in this browser; where it refuses, the choice lasts as long as the page. */
export const setSingleKeys = (on: boolean): void => {
  try {
    const storage = getWebStorage('browser')
    if (on) storage.removeItem(KEY)
    else storage.setItem(KEY, 'off')
    storage.removeItem(OLD_KEY)
    unsaved = null
  } catch {
    unsaved = on
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
