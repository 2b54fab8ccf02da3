'use client'

/** Registry of the commands that are possible now, read by keys, palette and help sheet. */

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Keys } from './keys'

export const SECTIONS = ['Case', 'Selection', 'List', 'Go to', 'General'] as const
export type Section = (typeof SECTIONS)[number]

export interface Command {
  /** Such as `case.approve`. The last one registered with an id replaces the others. */
  id: string
  label: string
  section: Section
  keys?: Keys
  run: () => void
  /** URL that `run` opens, for commands that a new tab can open as well. */
  href?: string
  /** Further search words of the palette. */
  keywords?: string
  /** Why it cannot run now. Its key does nothing then. */
  disabledReason?: string | undefined
  /** Not listed in the palette: useful by key only. */
  isKeyOnly?: boolean
  /** Runs repeatedly while its key is held. */
  repeats?: boolean
  /**
   * For commands that cannot be undone: the element that they are about. By key they run only while it is in
   * view, and once for a double press.
   */
  confirmsWithin?: () => Element | null
}

type Live = { readonly current: Command }

let registered: readonly Live[] = []
let shown: readonly Command[] = []
const listeners = new Set<() => void>()

const publish = (next: readonly Live[]): void => {
  registered = next
  // A listed command calls the `run` of the latest render, not of the one in which it was registered.
  shown = registered.map((entry) => ({ ...entry.current, run: () => entry.current.run() }))
  for (const listener of listeners) listener()
}

/** The registered commands, in the order of registration. */
export const currentCommands = (): readonly Command[] => registered.map(({ current }) => current)

const NONE: readonly Command[] = []
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The registered commands; renders again when they change. */
export const useCommands = (): readonly Command[] =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  )

/**
 * Registers a command while the component is mounted; null registers none. `run` may change with each render.
 */
export const useCommand = (command: Command | null): void => {
  const live = useRef(command)
  useEffect(() => {
    live.current = command
  })
  const { id, label, keys, disabledReason, href } = command ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: registered again when a field that readers show has changed
  useEffect(() => {
    if (id === undefined) return
    const entry = live as Live
    publish([...registered, entry])
    return () => publish(registered.filter((other) => other !== entry))
  }, [id, label, keys, disabledReason, href])
}
