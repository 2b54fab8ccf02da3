/** Messages on their way to the toaster. Apart from it, so that it is loaded with the first message only. */

import type { Tone } from './tone'

export interface ToastMessage {
  title: string
  description?: string
  tone?: Tone
  /** One thing to do about it, such as undo. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds until it goes by itself; 0 stays. Default 5,000, and 0 for a bad one. */
  timeoutMs?: number
}

type Listener = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
let listener: Listener | null = null
let wake: (() => void) | null = null

/** Shows a message in a corner of the page, now or as soon as the toaster is there. */
export const toast = (message: ToastMessage): void => {
  if (listener) {
    listener(message)
    return
  }
  waiting.push(message)
  wake?.()
}

/** Called once by `Toaster`, to learn when it is first needed. Returns how to stop. */
export const onFirstToast = (callback: () => void): (() => void) => {
  wake = callback
  if (waiting.length > 0) callback()
  return () => {
    wake = null
  }
}

/** Called by the loaded toaster; it gets what has waited, then all that follows. Returns how to stop. */
export const receiveToasts = (next: Listener): (() => void) => {
  listener = next
  for (const message of waiting.splice(0)) next(message)
  return () => {
    listener = null
  }
}
