'use client'

import { useEffect } from 'react'
import { currentCommands } from './commands'
import { createKeySequence } from './key-sequence'
import { isSingle, toChord } from './keys'
import { isReachable } from './reachable'
import { areSingleKeysEnabled } from './single-keys'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !==
    null

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [popover]:popover-open, dialog[open]') !== null

/** Time of key presses before hydration: now if the browser counted any, else null. */
const lastUnseenKeyMs = (): number | null =>
  performance.eventCounts?.get('keydown') === 0 ? null : performance.now()

/** Runs the command of the pressed keys. Mounted once in the console; ignores letters typed into fields. */
export const CommandKeys = () => {
  useEffect(() => {
    const keySequence = createKeySequence(lastUnseenKeyMs())
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
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
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}
