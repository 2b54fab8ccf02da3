import { describe, expect, it } from 'vitest'
import { isSingle, keyLabel, matchesKeys, toChord, toKeyCaps } from './keys'

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
    expect(toChord(press('k', { ctrlKey: true }))).toBe('mod+k')
    expect(toChord(press('k', { metaKey: true }))).toBe('mod+k')
  })

  it('tell a capital letter apart, but not a sign that needs shift on this keyboard', () => {
    expect(toChord(press('J', { shiftKey: true }))).toBe('shift+j')
    expect(toChord(press('?', { shiftKey: true }))).toBe('?')
    expect(toChord(press('?'))).toBe('?')
  })

  it('leave modifiers and alt to the system', () => {
    expect(toChord(press('Shift', { shiftKey: true }))).toBeNull()
    expect(toChord(press('a', { altKey: true }))).toBeNull()
  })

  it('take a sign that needs AltGr, or Option on a Mac, for the sign alone', () => {
    const altGr = { getModifierState: (name: string) => name === 'AltGraph' }
    expect(toChord(press('[', altGr))).toBe('[')
    expect(toChord(press(']', { ...altGr, ctrlKey: true, altKey: true }))).toBe(']')
    expect(toChord(press('[', { altKey: true }), true)).toBe('[')
    expect(toChord(press('[', { altKey: true }), false)).toBeNull()
    expect(toChord(press('ł', altGr))).toBeNull()
    expect(toChord(press('ø', { altKey: true }), true)).toBeNull()
  })

  it('come one after the other where two are asked for', () => {
    expect(matchesKeys('g i', 'i', 'g')).toBe(true)
    expect(matchesKeys('g i', 'i', null)).toBe(false)
    expect(matchesKeys('i', 'i', 'g')).toBe(true)
  })

  it('are shown as caps', () => {
    expect(toKeyCaps('mod+k')).toEqual(['Ctrl', 'K'])
    expect(toKeyCaps('mod+k', true)).toEqual(['⌘', 'K'])
    expect(toKeyCaps('g i')).toEqual(['G', 'I'])
  })

  it('are said as a person would say them', () => {
    expect(keyLabel('mod+k')).toBe('Control K')
    expect(keyLabel('mod+k', true)).toBe('Command K')
    expect(keyLabel('g i')).toBe('G, then I')
    expect(keyLabel('shift+j')).toBe('Shift J')
    expect(keyLabel('?')).toBe('question mark')
  })

  it('can be turned off where they need no ⌘ and no Ctrl', () => {
    expect(['a', 'g i', '?', 'shift+j'].map(isSingle)).toEqual([true, true, true, true])
    expect(isSingle('mod+k')).toBe(false)
  })
})
