/** Maps key presses to commands. Letters of a word that is typed outside a field run nothing. */

import type { Command } from './commands'
import { matchesKeys } from './keys'

/** Time in milliseconds in which the second chord of a sequence must follow. */
const SEQUENCE_MS = 1_000

/** Characters closer together than this many milliseconds form a word. Typists leave 60 to 250 ms. */
const WORD_MS = 300

/** Within this many milliseconds a second press is a bounce or a slip, not a second decision. */
const TWICE_MS = 500

export interface KeyStroke {
  chord: string
  /** Milliseconds on a monotonic clock. */
  at: number
  isRepeat: boolean
}

export type KeySequence = (pressed: KeyStroke, commands: readonly Command[]) => Command | null

const isLetter = (chord: string): boolean => /^(shift\+)?\p{L}$/u.test(chord)
/** Includes spaces and punctuation: they do not end a word. */
const isCharacter = (chord: string): boolean => /^(shift\+)?.$/u.test(chord)

/** True if `chord` is the first of a command's sequence, such as `g`. */
const begins = (chord: string, commands: readonly Command[]): boolean =>
  commands.some(({ keys }) => keys?.startsWith(`${chord} `))

/**
 * A reader with the state of the previous presses. After an unbound letter the following letters of the word
 * run nothing; a decision runs once for a double press; a held key repeats only commands that may repeat.
 * @param typingAt time of a key press that this reader did not see, or null
 */
export const createKeySequence = (typingAt: number | null = null): KeySequence => {
  let current = typingAt === null ? null : { chord: '', at: typingAt, isWord: true }
  let lastDecision: { chord: string; at: number } | null = null

  return ({ chord, at, isRepeat }, commands) => {
    const previous = current
    const isClose = previous !== null && isLetter(chord) && at - previous.at < WORD_MS
    if (isRepeat) return commands.findLast(({ keys, repeats }) => repeats && keys === chord) ?? null
    current = { chord, at, isWord: true }
    // A key in between, such as Enter for the next case, makes the second press intentional.
    if (lastDecision?.chord !== chord) lastDecision = null
    if (previous?.isWord && isClose) return null

    const firstChord = previous && !previous.isWord && at - previous.at < SEQUENCE_MS ? previous.chord : null
    // A sequence takes precedence: `g a` opens a page where `a` alone would approve.
    const sequence = commands.findLast(
      ({ keys }) => keys?.includes(' ') && matchesKeys(keys, chord, firstChord),
    )
    // A letter closely after `g` that completes no sequence belongs to a word.
    const isLetterOfWord = isClose && firstChord !== null && begins(firstChord, commands)
    const command = sequence ?? (isLetterOfWord ? undefined : commands.findLast(({ keys }) => keys === chord))
    if (!command) {
      current.isWord = isCharacter(chord) && !(begins(chord, commands) && !firstChord)
      return null
    }
    current = null
    if (!command.confirmsWithin) return command
    const isTwice = lastDecision !== null && at - lastDecision.at < TWICE_MS
    lastDecision = { chord, at }
    return isTwice ? null : command
  }
}
