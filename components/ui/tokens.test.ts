import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const AA_TEXT = 4.5
const AA_SHAPE = 3

/** Light and dark value of every plain token. */
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map((m) => [
    m[1] ?? '',
    { light: m[2] ?? m[4] ?? '', dark: m[3] ?? m[4] ?? '' },
  ]),
)

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['canvas', 'surface', 'raised', 'hover']
const TONES = ['waiting', 'running', 'good', 'bad', 'ended']
const TEXT_PAIRS = [
  ...['ink', 'muted', 'faint', 'accent-text', ...TONES].flatMap((text) => SURFACES.map((s) => [text, s])),
  ...['ink', 'muted', 'accent-text'].map((text) => [text, 'selected']),
  ...TONES.flatMap((tone) => [tone, 'ink', 'muted'].map((text) => [text, `${tone}-soft`])),
  ...['accent', 'accent-hover', 'bad-solid', 'bad-solid-hover'].map((back) => ['on-solid', back]),
] as [string, string][]
const SHAPE_PAIRS = ['line-strong', 'focus'].flatMap((shape) =>
  ['canvas', 'surface', 'raised'].map((s) => [shape, s]),
) as [string, string][]

const ratio = (front: string, back: string, theme: 'light' | 'dark'): number => {
  const [a, b] = [tokens.get(front), tokens.get(back)]
  if (!a || !b) throw new Error(`no token ${a ? back : front}`)
  return contrast(a[theme], b[theme])
}

describe.each(['light', 'dark'] as const)('colours in %s', (theme) => {
  it.each(TEXT_PAIRS)('%s can be read on %s', (text, back) => {
    expect(ratio(text, back, theme)).toBeGreaterThanOrEqual(AA_TEXT)
  })

  it.each(SHAPE_PAIRS)('%s can be seen on %s', (shape, back) => {
    expect(ratio(shape, back, theme)).toBeGreaterThanOrEqual(AA_SHAPE)
  })
})
