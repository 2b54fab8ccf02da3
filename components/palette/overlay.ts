'use client'

/** Which overlay is open: palette or help sheet. Separate from them, because they are loaded when opened. */

import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'help'

let open: Overlay | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens an overlay and closes the other; null closes both. */
export const showOverlay = (next: Overlay | null): void => {
  open = next
  for (const listener of listeners) listener()
}

/** The open overlay, or null. */
export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  )
