'use client'

/** Whether letters alone run commands; people who dictate or press by accident turn them off (WCAG 2.1.4). */

const NAME = 'action-center.single-keys'

/** On unless turned off in this browser. */
export const areSingleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

/** Remembers the choice in this browser; where storage is closed it lasts for nothing, and keys stay on. */
export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off')
  } catch {
    // Nothing to remember in.
  }
}
