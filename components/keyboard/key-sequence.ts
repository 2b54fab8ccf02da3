/** Which command a press means, told apart from words that are typed where nothing takes them. */

import type { Command } from './commands'
import { matchesKeys } from './keys'

/** How long the first chord of two is remembered, in milliseconds. */
const SEQUENCE_MS = 1_000

/** Characters that come closer than this are a word, in milliseconds. Typists leave 60 to 250 between two. */
const WORD_MS = 300

/** A second press within this time is a bouncing key or a doubt, in milliseconds, never a second decision. */
const TWICE_MS = 500

export interface KeyStroke {
  chord: string
  /** Milliseconds on any clock that does not go back. */
  at: number
  /** The key is held down. */
  isRepeat: boolean
}

export type KeySequence = (pressed: KeyStroke, commands: readonly Command[]) => Command | null

const isLetter = (chord: string): boolean => /^(shift\+)?\p{L}$/u.test(chord)
/** Spaces and signs too: they do not end what is being typed. */
const isCharacter = (chord: string): boolean => /^(shift\+)?.$/u.test(chord)

/** True where `chord` begins the keys of a command, such as `g`. */
const begins = (chord: string, commands: readonly Command[]): boolean =>
  commands.some(({ keys }) => keys?.startsWith(`${chord} `))

/**
 * A reader that remembers what was pressed just before. The letters of a word run nothing once one of them was
 * bound to nothing; a decision runs once for a double press; a held key repeats only what may be repeated.
 * @param typingAt when something was typed that this reader did not see, or null
 */
export const createKeySequence = (typingAt: number | null = null): KeySequence => {
  let before = typingAt === null ? null : { chord: '', at: typingAt, isWord: true }
  let decided: { chord: string; at: number } | null = null

  return ({ chord, at, isRepeat }, commands) => {
    const last = before
    const isClose = last !== null && isLetter(chord) && at - last.at < WORD_MS
    if (isRepeat) return commands.findLast(({ keys, repeats }) => repeats && keys === chord) ?? null
    before = { chord, at, isWord: true }
    // Whoever pressed something in between, such as Enter for the next case, means the second one.
    if (decided?.chord !== chord) decided = null
    if (last?.isWord && isClose) return null

    const first = last && !last.isWord && at - last.at < SEQUENCE_MS ? last.chord : null
    // `g a` goes to a place, also where `a` alone would approve.
    const second = commands.findLast(({ keys }) => keys?.includes(' ') && matchesKeys(keys, chord, first))
    // Letters that follow `g` closely and are no place with it are a word too.
    const isLetterOfWord = isClose && first !== null && begins(first, commands)
    const command = second ?? (isLetterOfWord ? undefined : commands.findLast(({ keys }) => keys === chord))
    if (!command) {
      before.isWord = isCharacter(chord) && !(begins(chord, commands) && !first)
      return null
    }
    before = null
    if (!command.confirmsWithin) return command
    const isTwice = decided !== null && at - decided.at < TWICE_MS
    decided = { chord, at }
    return isTwice ? null : command
  }
}
