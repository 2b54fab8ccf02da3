'use client'

/** Which of the console's two keyboard overlays is open. Apart from them, so that they are loaded when opened. */

import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'help'

let open: Overlay | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens one, closing the other; null closes. */
export const showOverlay = (next: Overlay | null): void => {
  open = next
  for (const listener of listeners) listener()
}

/** The one that is open, or null. */
export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  )
