/** Keys as they are written down and as a keyboard sends them. */

/** One chord or two after one another, such as `j`, `?`, `mod+k`, `shift+j`, `g i`. `mod` is ⌘ or Ctrl. */
export type Keys = string

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState: (name: 'AltGraph') => boolean
}

/** Where Option types signs, as AltGr does elsewhere; no sign is a chord of the system there. */
const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** Keys that arrive with shift on some keyboards and without it on others: the sign alone counts. */
const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase()

/**
 * How a press is written, or null for a modifier alone and for chords that belong to the system. A sign that takes
 * AltGr on this keyboard, or Option on a Mac, is that sign alone: `[` of a German keyboard is one.
 */
export const toChord = (press: KeyPress, onMac = isMac()): string | null => {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(key)) return null
  // Windows sends AltGr as Ctrl and Alt: neither was meant.
  const isThirdLevel =
    isSign(key) && !metaKey && (press.getModifierState('AltGraph') || (onMac && altKey && !ctrlKey))
  if (isThirdLevel) return key
  if (altKey || press.getModifierState('AltGraph')) return null
  const parts = [
    ...(ctrlKey || metaKey ? ['mod'] : []),
    ...(shiftKey && !isSign(key) ? ['shift'] : []),
    key.toLowerCase(),
  ]
  return parts.join('+')
}

/** True when the chords pressed last are these keys. `before` is the chord before, while it still counts. */
export const matchesKeys = (keys: Keys, chord: string, before: string | null): boolean =>
  keys.includes(' ') ? keys === `${before} ${chord}` : keys === chord

/** True for keys that are pressed without ⌘ or Ctrl: those that people can turn off. */
export const isSingle = (keys: Keys): boolean => !keys.startsWith('mod+')

const KEY_CAP: Record<string, string> = {
  mod: 'Ctrl',
  shift: '⇧',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  enter: '↵',
}

const KEY_LABEL: Record<string, string> = {
  shift: 'Shift',
  escape: 'Escape',
  arrowdown: 'Down arrow',
  arrowup: 'Up arrow',
  enter: 'Enter',
  '/': 'slash',
  '?': 'question mark',
}

/** The keys as they are shown, one part for each cap, such as `['Ctrl', 'K']`. @param isMac writes ⌘ for `mod` */
export const toKeyCaps = (keys: Keys, isMac = false): string[] =>
  keys
    .split(/[ +]/)
    .map((part) =>
      part === 'mod' && isMac ? '⌘' : (KEY_CAP[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )

/** The keys in words, for screen readers, such as `Control K` or `G, then I`. */
export const keyLabel = (keys: Keys, isMac = false): string =>
  keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map(
          (part) =>
            KEY_LABEL[part] ?? (part === 'mod' ? (isMac ? 'Command' : 'Control') : part.toUpperCase()),
        )
        .join(' '),
    )
    .join(', then ')
