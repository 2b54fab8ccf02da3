'use client'

import { useSyncExternalStore } from 'react'

const TICK_MS = 15_000
let nowMs = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const tick = () => {
  nowMs = Date.now()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time in ms, refreshed every 15 s; one clock for all rows of a page. */
export const useNowMs = (): number =>
  useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => Date.now(),
  )
