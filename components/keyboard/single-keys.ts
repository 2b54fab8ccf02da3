'use client'

/** Whether single keys run commands. People who dictate can turn them off (WCAG 2.1.4). */

import { useSyncExternalStore } from 'react'
import { accountStore } from '@/components/session/account-store'

const NAME = 'single-keys'
const listeners = new Set<() => void>()

/** True unless the viewer turned them off in this browser. */
export const areSingleKeysEnabled = (): boolean => accountStore.read(NAME) !== 'off'

/** Saves the choice in this browser. */
export const setSingleKeys = (on: boolean): void => {
  accountStore.write(NAME, on ? null : 'off')
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
