import { afterEach, expect, it, vi } from 'vitest'
import { TEST_ENV } from '../testing/test-runtime'
import { parseEnv } from './env'
import { createLogger } from './log'
import { createRuntime } from './runtime'
import { sweepHourly } from './sweep-hourly'

afterEach(() => vi.useRealTimers())

it('sweeps once an hour, not at the start, and logs a failure', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const lines: string[] = []
  const log = createLogger('info', 'web', { write: (line) => void lines.push(JSON.parse(line).msg) })
  const { shared } = createRuntime(parseEnv(TEST_ENV))
  let count = 0
  const sweep = async () => {
    count += 1
    if (count === 1) throw new Error('down')
  }
  const request = () => sweepHourly({ shared, log }, 'marks', sweep)

  request()
  expect(count).toBe(0)
  for (const expected of [1, 2]) {
    vi.setSystemTime(Date.now() + 3_600_000)
    request()
    request()
    expect(count).toBe(expected)
  }
  await vi.waitFor(() => expect(lines).toEqual(['expired marks were not deleted']))
})
