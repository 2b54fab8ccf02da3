'use client'

import { useEffect } from 'react'
import { currentCommands } from './commands'
import { noteKey } from './foreign-keys'
import { createKeySequence } from './key-sequence'
import { isSingle, toChord } from './keys'
import { isReachable } from './reachable'
import { areSingleKeysEnabled } from './single-keys'

/** `keyCode` of each key that an input method handles (UI Events, legacy key codes). */
const INPUT_METHOD_KEY = 229

/** True for a key that belongs to an input method: while it composes, and in Safari the key that ends it. */
const isComposing = ({ isComposing, keyCode, target }: KeyboardEvent): boolean =>
  isComposing || (keyCode === INPUT_METHOD_KEY && isTyping(target))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !==
    null

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [popover]:popover-open, dialog[open]') !== null

/** Time of key presses before hydration: now if the browser counted any, else null. */
const lastUnseenKeyMs = (): number | null =>
  performance.eventCounts?.get('keydown') === 0 ? null : performance.now()

/** Keeps keys of a composition from every handler of the page: they choose words and send nothing. */
const stopComposing = (event: KeyboardEvent): void => {
  if (isComposing(event)) event.stopImmediatePropagation()
}

/** Runs the command of the pressed keys. Mounted once in the console; ignores letters typed into fields. */
export const CommandKeys = () => {
  useEffect(() => {
    const keySequence = createKeySequence(lastUnseenKeyMs())
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      noteKey(event)
      const chord = toChord(event)
      if (!chord) return
      if (isSingle(chord) && (isTyping(event.target) || isInOverlay(event.target) || !areSingleKeysEnabled()))
        return
      const command = keySequence({ chord, at: event.timeStamp, isRepeat: event.repeat }, currentCommands())
      if (!command) return
      event.preventDefault()
      if (command.disabledReason || (command.confirmsWithin && !isReachable(command.confirmsWithin()))) return
      command.run()
    }
    // Before React's own listeners and those of dialogs, which are on elements inside.
    addEventListener('keydown', stopComposing, true)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', stopComposing, true)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return null
}
