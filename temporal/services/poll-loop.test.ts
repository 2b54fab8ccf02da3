import { expect, it, vi } from 'vitest'
import { type RoundOutcome, startPollLoop } from './poll-loop'

const POLL_MS = 40

/** Runs a loop over these outcomes, then idles. Returns the delays before each further round, and the log. */
const run = async (...outcomes: (RoundOutcome | Error)[]) => {
  const startedAt: number[] = []
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const round = async (): Promise<RoundOutcome> => {
    startedAt.push(performance.now())
    const outcome = outcomes[startedAt.length - 1] ?? 'idle'
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const loop = startPollLoop({ name: 'test loop', round, log, pollMs: POLL_MS })
  await vi.waitFor(() => expect(startedAt.length).toBeGreaterThan(outcomes.length), { timeout: 10_000 })
  await loop.stop()
  const delaysMs = startedAt.slice(1).map((at, i) => at - (startedAt[i] as number))
  return { delaysMs, log, rounds: () => startedAt.length }
}

/** Timers may fire a millisecond early. */
const atLeast = (ms: number) => ms - 2

it('starts the next round at once while there is more, and waits while idle', async () => {
  const { delaysMs } = await run('more', 'idle')
  expect(delaysMs[0]).toBeLessThan(POLL_MS)
  expect(delaysMs[1]).toBeGreaterThanOrEqual(atLeast(POLL_MS))
})

it('doubles the delay after each round that fails or is blocked, and logs failures', async () => {
  const { delaysMs, log } = await run(new Error('down'), 'blocked', 'more', 'blocked')
  expect(delaysMs[0]).toBeGreaterThanOrEqual(atLeast(2 * POLL_MS))
  expect(delaysMs[1]).toBeGreaterThanOrEqual(atLeast(4 * POLL_MS))
  expect(delaysMs[3]).toBeGreaterThanOrEqual(atLeast(2 * POLL_MS))
  expect(log.error).toHaveBeenCalledExactlyOnceWith({ err: new Error('down') }, 'test loop: polling failed')
})

it('logs the failure of the round that `stop` waited for', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  let fail = (_: Error): void => {}
  const round = () =>
    new Promise<RoundOutcome>((_, reject) => {
      fail = reject
    })
  const stopped = startPollLoop({ name: 'test loop', round, log }).stop()
  fail(new Error('too late'))
  await stopped
  expect(log.error).toHaveBeenCalledExactlyOnceWith(
    { err: new Error('too late') },
    'test loop: polling failed',
  )
})

it('starts no round after it was stopped', async () => {
  const { rounds } = await run('idle')
  const count = rounds()
  await new Promise((resolve) => setTimeout(resolve, 3 * POLL_MS))
  expect(rounds()).toBe(count)
})
