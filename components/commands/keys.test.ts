import { describe, expect, it } from 'vitest'
import { areKeys, capsOf, chordOf, isSingle, spokenKeys } from './keys'

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
})

describe('keys', () => {
  it('are the same with Ctrl and with ⌘', () => {
    expect(chordOf(press('k', { ctrlKey: true }))).toBe('mod+k')
    expect(chordOf(press('k', { metaKey: true }))).toBe('mod+k')
  })

  it('tell a capital letter apart, but not a sign that needs shift on this keyboard', () => {
    expect(chordOf(press('J', { shiftKey: true }))).toBe('shift+j')
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(press('?'))).toBe('?')
  })

  it('leave modifiers and alt to the system', () => {
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeNull()
    expect(chordOf(press('a', { altKey: true }))).toBeNull()
  })

  it('take a sign that needs AltGr, or Option on a Mac, for the sign alone', () => {
    const altGr = { getModifierState: (name: string) => name === 'AltGraph' }
    expect(chordOf(press('[', altGr))).toBe('[')
    expect(chordOf(press(']', { ...altGr, ctrlKey: true, altKey: true }))).toBe(']')
    expect(chordOf(press('[', { altKey: true }), true)).toBe('[')
    expect(chordOf(press('[', { altKey: true }), false)).toBeNull()
    expect(chordOf(press('ł', altGr))).toBeNull()
    expect(chordOf(press('ø', { altKey: true }), true)).toBeNull()
  })

  it('come one after the other where two are asked for', () => {
    expect(areKeys('g i', 'i', 'g')).toBe(true)
    expect(areKeys('g i', 'i', null)).toBe(false)
    expect(areKeys('i', 'i', 'g')).toBe(true)
  })

  it('are shown as caps', () => {
    expect(capsOf('mod+k')).toEqual(['Ctrl', 'K'])
    expect(capsOf('mod+k', true)).toEqual(['⌘', 'K'])
    expect(capsOf('g i')).toEqual(['G', 'I'])
  })

  it('are said as a person would say them', () => {
    expect(spokenKeys('mod+k')).toBe('Control K')
    expect(spokenKeys('mod+k', true)).toBe('Command K')
    expect(spokenKeys('g i')).toBe('G, then I')
    expect(spokenKeys('shift+j')).toBe('Shift J')
    expect(spokenKeys('?')).toBe('question mark')
  })

  it('can be turned off where they need no ⌘ and no Ctrl', () => {
    expect(['a', 'g i', '?', 'shift+j'].map(isSingle)).toEqual([true, true, true, true])
    expect(isSingle('mod+k')).toBe(false)
  })
})
