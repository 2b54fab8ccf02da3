'use client'

/** What can be done right now: one list that keys, the palette and the help sheet read. */

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Keys } from './keys'

export const SECTIONS = ['Case', 'Selection', 'List', 'Go to', 'General'] as const
export type Section = (typeof SECTIONS)[number]

export interface Command {
  /** Such as `case.approve`; the newest of an id counts. */
  id: string
  label: string
  section: Section
  keys?: Keys
  run: () => void
  /** Where `run` goes, for what may also be opened in a new tab. */
  href?: string
  /** Other words that find it. */
  keywords?: string
  /** Why it cannot run now; its key then does nothing. */
  disabledReason?: string | undefined
  /** Left out of the palette: moves that make sense by key alone. */
  isKeyOnly?: boolean
  /** Runs again while its key is held, such as a move. */
  repeats?: boolean
  /**
   * For what cannot be taken back: the part of the page that it decides about. By key it runs only while that is
   * in view, and once for a double press.
   */
  confirmsWithin?: () => Element | null
}

type Live = { readonly current: Command }

let registered: readonly Live[] = []
let shown: readonly Command[] = []
const listeners = new Set<() => void>()

const publish = (next: readonly Live[]): void => {
  registered = next
  // What stands in a list runs the newest drawing's `run`, not the one it was listed with.
  shown = registered.map((entry) => ({ ...entry.current, run: () => entry.current.run() }))
  for (const listener of listeners) listener()
}

/** The commands of this moment, the newest last. */
export const currentCommands = (): readonly Command[] => registered.map(({ current }) => current)

const NONE: readonly Command[] = []
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The commands that are possible on this page now; draws again when they change. */
export const useCommands = (): readonly Command[] =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  )

/** Offers a command while the component is there; null offers nothing. `run` may change from drawing to drawing. */
export const useCommand = (command: Command | null): void => {
  const live = useRef(command)
  useEffect(() => {
    live.current = command
  })
  const { id, label, keys, disabledReason, href } = command ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown of a command draws its readers again
  useEffect(() => {
    if (id === undefined) return
    const entry = live as Live
    publish([...registered, entry])
    return () => publish(registered.filter((other) => other !== entry))
  }, [id, label, keys, disabledReason, href])
}
