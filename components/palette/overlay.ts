'use client'

/** Which overlay is open: palette or help sheet. Separate from them, because they are loaded when opened. */

import { useSyncExternalStore } from 'react'
import { createListeners } from '@/components/ui/listeners'

export type Overlay = 'palette' | 'help'

let open: Overlay | null = null
const { subscribe, notify } = createListeners()

/** Opens an overlay and closes the other; null closes both. */
export const showOverlay = (next: Overlay | null): void => {
  open = next
  notify()
}

/** The open overlay, or null. */
export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  )
