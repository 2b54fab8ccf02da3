import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Screen } from './screen.mjs'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** @param {boolean} isTTY */
const openScreen = (isTTY) => {
  /** @type {string[]} */
  const written = []
  const out = /** @type {any} */ ({
    isTTY,
    columns: 120,
    write: (/** @type {string} */ text) => written.push(text),
  })
  return { screen: new Screen(out), written }
}

/** A step that says what it does and ends after a minute. @param {Screen} screen */
const compile = (screen) =>
  screen.step('Temporal CLI', async (note, progress) => {
    progress('compiling (about 4 min)')
    await new Promise((resolve) => setTimeout(resolve, 60_000))
    note('built')
  })

it('says every 15 s in a log what runs and for how long', async () => {
  const { screen, written } = openScreen(false)
  const ended = compile(screen)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(written).toEqual([15, 30, 45].map((s) => `  … Temporal CLI: compiling (about 4 min), ${s} s\n`))
  await vi.advanceTimersByTimeAsync(1_000)
  await ended
  expect(written.at(-1)).toMatch(/^ {2}✓ Temporal CLI {5}built +60\.0 s\n$/)
})

it('redraws one line every second on a terminal, and removes it at the end', async () => {
  const { screen, written } = openScreen(true)
  const ended = compile(screen)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(written.filter((text) => text.includes('…'))).toEqual(
    [1, 2].map((s) => `  … Temporal CLI: compiling (about 4 min), ${s} s`),
  )
  await vi.advanceTimersByTimeAsync(58_000)
  await ended
  const [wipe, result] = written.slice(-2)
  expect(wipe).toBe('\r\x1b[2K')
  expect(result).toContain('✓ Temporal CLI')
})

it('sets the title of a terminal, and writes nothing of it to a log', () => {
  for (const isTTY of [true, false]) {
    const { screen, written } = openScreen(isTTY)
    screen.title('is running')
    expect(written).toEqual(isTTY ? ['\x1b]0;Action Center is running\x07'] : [])
  }
})
