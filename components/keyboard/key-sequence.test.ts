import { describe, expect, it } from 'vitest'
import type { Command } from './commands'
import { createKeySequence } from './key-sequence'

const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
  id,
  label: id,
  section: 'Case',
  keys,
  run: () => {},
  ...more,
})

const COMMANDS = [
  command('approve', 'a', { confirmsWithin: () => null }),
  command('reject', 'r', { confirmsWithin: () => null }),
  command('claim', 'c'),
  command('next', 'j', { repeats: true }),
  command('previous', 'k', { repeats: true }),
  command('to account', 'g a'),
  command('to inbox', 'g i'),
  command('palette', 'mod+k'),
  command('search', '/'),
]

interface Typing {
  /** Milliseconds between two keys. */
  every?: number
  isRepeat?: boolean
  /** Milliseconds before the first key at which something was typed that the reader did not see. */
  typedMsBefore?: number
}

/** Ids of the commands that run when these keys are pressed in sequence. */
const runCommands = (
  keys: readonly string[],
  { every = 100, isRepeat = false, typedMsBefore }: Typing = {},
): string[] => {
  const read = createKeySequence(typedMsBefore === undefined ? null : 1_000 - typedMsBefore)
  return keys.flatMap(
    (chord, n) => read({ chord, at: 1_000 + n * every, isRepeat: isRepeat && n > 0 }, COMMANDS)?.id ?? [],
  )
}

describe('a key press', () => {
  it.each(['thanks', 'what a mess', 'Thank Carla', 'harajuku', 'began'])(
    'runs nothing within “%s”',
    (text) => {
      const keys = [...text].map((sign) => (/[A-Z]/.test(sign) ? `shift+${sign.toLowerCase()}` : sign))
      expect(runCommands(keys)).toEqual([])
    },
  )

  it('runs its command after the word has ended', () => {
    const read = createKeySequence()
    expect(read({ chord: 't', at: 0, isRepeat: false }, COMMANDS)).toBeNull()
    expect(read({ chord: 'a', at: 299, isRepeat: false }, COMMANDS)).toBeNull()
    expect(read({ chord: 'a', at: 600, isRepeat: false }, COMMANDS)?.id).toBe('approve')
  })

  it('runs directly after another command', () => {
    expect(runCommands(['j', 'j', 'c', 'a'], { every: 20 })).toEqual(['next', 'next', 'claim', 'approve'])
    expect(runCommands(['escape', 'a'], { every: 20 })).toEqual(['approve'])
  })

  it('completes a sequence within a second, and a sequence never runs a decision', () => {
    expect(runCommands(['g', 'a'], { every: 20 })).toEqual(['to account'])
    expect(runCommands(['g', 'a'], { every: 900 })).toEqual(['to account'])
    expect(runCommands(['g', 'a'], { every: 1_000 })).toEqual(['approve'])
    expect(runCommands(['g', 'i', 'g', 'i'], { every: 20 })).toEqual(['to inbox', 'to inbox'])
    expect(runCommands(['g', 'r', 'a', 'c'])).toEqual([])
    expect(runCommands(['g', 'r'], { every: 400 })).toEqual(['reject'])
  })

  it('with Ctrl, or of a punctuation character, also runs within a word', () => {
    expect(runCommands(['t', 'mod+k'])).toEqual(['palette'])
    expect(runCommands(['t', '/'])).toEqual(['search'])
  })

  it('that is held repeats only commands that may repeat', () => {
    expect(runCommands(['j', 'j', 'j'], { every: 30, isRepeat: true })).toEqual(['next', 'next', 'next'])
    expect(runCommands(['a', 'a', 'a'], { every: 300, isRepeat: true })).toEqual(['approve'])
    expect(runCommands(['c', 'c', 'c'], { every: 300, isRepeat: true })).toEqual(['claim'])
  })

  it('runs a decision once for a double press', () => {
    expect(runCommands(['a', 'a'], { every: 120 })).toEqual(['approve'])
    expect(runCommands(['a', 'a'], { every: 600 })).toEqual(['approve', 'approve'])
    expect(runCommands(['a', 'enter', 'a'], { every: 60 })).toEqual(['approve', 'approve'])
  })

  it('runs nothing in a word that began before the reader was created', () => {
    expect(runCommands(['a', 'n', 'k'], { typedMsBefore: 50 })).toEqual([])
    expect(runCommands(['a'], { typedMsBefore: 400 })).toEqual(['approve'])
  })
})
