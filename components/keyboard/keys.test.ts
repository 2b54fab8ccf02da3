import { describe, expect, it } from 'vitest'
import { isSingle, keyLabel, matchesKeys, toChord, toKeyCaps } from './keys'

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
})

describe('a chord', () => {
  it('is the same with Ctrl and with ⌘', () => {
    expect(toChord(press('k', { ctrlKey: true }))).toBe('mod+k')
    expect(toChord(press('k', { metaKey: true }))).toBe('mod+k')
  })

  it('contains Shift for a letter, but not for a character that needs Shift on this keyboard', () => {
    expect(toChord(press('J', { shiftKey: true }))).toBe('shift+j')
    expect(toChord(press('?', { shiftKey: true }))).toBe('?')
    expect(toChord(press('?'))).toBe('?')
  })

  it('is null for modifiers alone and for Alt, which belong to the system', () => {
    expect(toChord(press('Shift', { shiftKey: true }))).toBeNull()
    expect(toChord(press('a', { altKey: true }))).toBeNull()
  })

  it('is the character alone where it needs AltGr, or Option on a Mac', () => {
    const altGr = { getModifierState: (name: string) => name === 'AltGraph' }
    expect(toChord(press('[', altGr))).toBe('[')
    expect(toChord(press(']', { ...altGr, ctrlKey: true, altKey: true }))).toBe(']')
    expect(toChord(press('[', { altKey: true }), true)).toBe('[')
    expect(toChord(press('[', { altKey: true }), false)).toBeNull()
    expect(toChord(press('ł', altGr))).toBeNull()
    expect(toChord(press('ø', { altKey: true }), true)).toBeNull()
  })

  it.each([
    ['Russian', 'ф', 'KeyA', {}, 'a'],
    ['Russian', 'Ф', 'KeyA', { shiftKey: true }, 'shift+a'],
    ['Russian', 'л', 'KeyK', { ctrlKey: true }, 'mod+k'],
    ['Russian', 'х', 'BracketLeft', {}, '['],
    ['Greek', 'ξ', 'KeyJ', {}, 'j'],
    ['Korean', 'ㅁ', 'KeyA', {}, 'a'],
    ['Korean, taken by the input method', 'Process', 'KeyA', {}, 'a'],
    ['Arabic', 'ظ', 'Slash', {}, '/'],
    ['Hebrew', 'ש', 'KeyA', {}, 'a'],
    ['Thai', 'ฟ', 'KeyA', {}, 'a'],
    // A layout with Latin letters goes by what is written on the key.
    ['Dvorak', 'o', 'KeyS', {}, 'o'],
    ['French', 'a', 'KeyQ', {}, 'a'],
    ['German', 'z', 'KeyY', {}, 'z'],
    ['Turkish', 'ı', 'KeyI', {}, 'ı'],
  ])('of a %s layout: %s at %s', (_, key, code, more, chord) => {
    expect(toChord(press(key, { code, ...more }))).toBe(chord)
  })

  it('is null for a key that an input method has taken and that has no letter', () => {
    expect(toChord(press('Process', { code: 'Digit1' }))).toBeNull()
  })

  it('matches a sequence only after its first chord', () => {
    expect(matchesKeys('g i', 'i', 'g')).toBe(true)
    expect(matchesKeys('g i', 'i', null)).toBe(false)
    expect(matchesKeys('i', 'i', 'g')).toBe(true)
  })

  it('is shown as key caps', () => {
    expect(toKeyCaps('mod+k')).toEqual(['Ctrl', 'K'])
    expect(toKeyCaps('mod+k', true)).toEqual(['⌘', 'K'])
    expect(toKeyCaps('g i')).toEqual(['G', 'I'])
  })

  it('has a label for screen readers', () => {
    expect(keyLabel('mod+k')).toBe('Control K')
    expect(keyLabel('mod+k', true)).toBe('Command K')
    expect(keyLabel('g i')).toBe('G, then I')
    expect(keyLabel('shift+j')).toBe('Shift J')
    expect(keyLabel('?')).toBe('question mark')
  })

  it('is single where it needs neither ⌘ nor Ctrl', () => {
    expect(['a', 'g i', '?', 'shift+j'].map(isSingle)).toEqual([true, true, true, true])
    expect(isSingle('mod+k')).toBe(false)
  })
})
