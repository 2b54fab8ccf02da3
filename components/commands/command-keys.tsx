'use client'

import { useEffect } from 'react'
import { currentCommands } from './commands'
import { areKeys, chordOf, isSingle } from './keys'
import { areSingleKeysOn } from './single-keys'

/** How long the first chord of two is remembered. */
const SEQUENCE_MS = 1_000

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !==
    null

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [popover]:popover-open, dialog[open]') !== null

/** Runs the command whose keys are pressed; stands once in the console. Typing is never taken for a command. */
export const CommandKeys = () => {
  useEffect(() => {
    let before: { chord: string; at: number } | null = null
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        (event.repeat && event.key.length > 1 && !event.key.startsWith('Arrow'))
      )
        return
      const chord = chordOf(event)
      if (!chord) return
      if (isSingle(chord) && (isTyping(event.target) || isInOverlay(event.target) || !areSingleKeysOn()))
        return
      const earlier = before && event.timeStamp - before.at < SEQUENCE_MS ? before.chord : null
      before = { chord, at: event.timeStamp }
      const meant = currentCommands().filter(({ keys }) => keys && areKeys(keys, chord, earlier))
      // `g a` goes to a place, also where `a` alone would approve.
      const command = meant.findLast(({ keys }) => keys?.includes(' ')) ?? meant.at(-1)
      if (!command) return
      event.preventDefault()
      before = null
      if (!command.off) command.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}
