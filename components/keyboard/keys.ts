/** Notation of keys, and its mapping from keyboard events. */

/** One chord or a sequence of two, such as `j`, `?`, `mod+k`, `shift+j`, `g i`. `mod` is ⌘ or Ctrl. */
export type Keys = string

export interface KeyPress {
  key: string
  /** Position of the key, such as `KeyA`. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState: (name: 'AltGraph') => boolean
}

/** True on Apple devices, where Option types characters as AltGr does elsewhere. */
export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** Characters of positions where a layout without Latin letters may have one of its letters. */
const BY_POSITION: Record<string, readonly [plain: string, shifted: string]> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Slash: ['/', '?'],
}

/** What input methods report instead of the character, also outside of fields. */
const PROCESSED = 'Process'

/** True for a letter of Russian, Greek, Korean, … layouts, and for a key that an input method has taken. */
export const isForeignLetter = (key: string): boolean =>
  key === PROCESSED || (/^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key))

/** The character; for a letter that is not Latin that of the same position on a US keyboard, if it has one. */
const toLatinKey = ({ key, code, shiftKey }: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): string => {
  if (!isForeignLetter(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return letter ?? BY_POSITION[code]?.[shiftKey ? 1 : 0] ?? key
}

/** A character that needs Shift on some keyboard layouts only: Shift does not count for it. */
const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase()

/**
 * The chord of a key event, or null for a modifier alone and for chords of the system. A character that needs
 * AltGr, or Option on a Mac, is that character alone: `[` on a German keyboard. On a layout without Latin letters
 * keys go by position, so that ⌘K is there as well.
 */
export const toChord = (press: KeyPress, onMac = isMac()): string | null => {
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  const key = toLatinKey(press)
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', PROCESSED].includes(key)) return null
  // Windows reports AltGr as Ctrl and Alt.
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

/** True if `chord`, after the chord `before`, completes these keys. `before` is null once it has expired. */
export const matchesKeys = (keys: Keys, chord: string, before: string | null): boolean =>
  keys.includes(' ') ? keys === `${before} ${chord}` : keys === chord

/** True for keys without ⌘ or Ctrl, which people can turn off. */
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

/** Text of each key cap, such as `['Ctrl', 'K']`. @param isMac writes ⌘ for `mod` */
export const toKeyCaps = (keys: Keys, isMac = false): string[] =>
  keys
    .split(/[ +]/)
    .map((part) =>
      part === 'mod' && isMac ? '⌘' : (KEY_CAP[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )

/** Label for screen readers, such as `Control K` or `G, then I`. */
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
