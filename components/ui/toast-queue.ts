/** Queue of toasts. Separate from the toaster, which is loaded with the first one. */

import type { Tone } from './tone'

export interface ToastMessage {
  title: string
  description?: string
  tone?: Tone
  /** An action such as undo. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds until it closes; 0 never. Default 5,000, and 0 for tone `bad`. */
  timeoutMs?: number
}

type Listener = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
let listener: Listener | null = null
let wake: (() => void) | null = null

/** Shows a toast, at once or when the toaster has loaded. */
export const toast = (message: ToastMessage): void => {
  if (listener) {
    listener(message)
    return
  }
  waiting.push(message)
  wake?.()
}

/** Calls `callback` with the first toast. Returns a function that unsubscribes. */
export const onFirstToast = (callback: () => void): (() => void) => {
  wake = callback
  if (waiting.length > 0) callback()
  return () => {
    wake = null
  }
}

/** Passes the waiting toasts and all later ones to `next`. Returns a function that unsubscribes. */
export const receiveToasts = (next: Listener): (() => void) => {
  listener = next
  for (const message of waiting.splice(0)) next(message)
  return () => {
    listener = null
  }
}
