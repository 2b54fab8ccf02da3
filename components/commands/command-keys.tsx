'use client'

import { useEffect } from 'react'
import { isAtHand } from './at-hand'
import { currentCommands } from './commands'
import { chordOf, isSingle } from './keys'
import { pressReader } from './press-reader'
import { areSingleKeysOn } from './single-keys'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !==
    null

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [popover]:popover-open, dialog[open]') !== null

/** When keys were pressed before this page could hear them, now; null where the browser counted none. */
const typedBefore = (): number | null =>
  performance.eventCounts?.get('keydown') === 0 ? null : performance.now()

/** Runs the command whose keys are pressed; stands once in the console. Typing is never taken for a command. */
export const CommandKeys = () => {
  useEffect(() => {
    const read = pressReader(typedBefore())
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      if (!chord) return
      if (isSingle(chord) && (isTyping(event.target) || isInOverlay(event.target) || !areSingleKeysOn()))
        return
      const command = read({ chord, at: event.timeStamp, isRepeat: event.repeat }, currentCommands())
      if (!command) return
      event.preventDefault()
      if (command.off || (command.decides && !isAtHand(command.decides()))) return
      command.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}
