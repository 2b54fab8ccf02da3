'use client'

/** Letters of a layout without Latin ones, learned as they are pressed, for the help sheet. */

import { useSyncExternalStore } from 'react'
import { isForeignLetter, type KeyPress } from './keys'

const NONE: ReadonlyMap<string, string> = new Map()
let learned = NONE
const listeners = new Set<() => void>()

/** Remembers which letter this keyboard has where a US keyboard has a Latin one. */
export const noteKey = ({ key, code }: Pick<KeyPress, 'key' | 'code'>): void => {
  const latin = /^Key([A-Z])$/.exec(code)?.[1]
  const letter = key.toUpperCase()
  if (!latin || !isForeignLetter(key) || key.length > 1 || learned.get(latin) === letter) return
  learned = new Map(learned).set(latin, letter)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Letters of this keyboard by the Latin capital of their position; empty on a Latin layout. */
export const useForeignKeys = (): ReadonlyMap<string, string> =>
  useSyncExternalStore(
    subscribe,
    () => learned,
    () => NONE,
  )
