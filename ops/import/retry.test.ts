import { describe, expect, it } from 'vitest'
import { RetryableError, retryAfterMs, withRetry } from './retry'

const NOW = new Date('2026-11-21T10:00:00Z')

describe('retryAfterMs', () => {
  it.each([
    ['2', 2000],
    ['0', 0],
    ['Sat, 21 Nov 2026 10:00:05 GMT', 5000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %j as %s ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms)
  })
})

describe('retrying', () => {
  it('retries until it succeeds and reports every delay', async () => {
    const waits: string[] = []
    let calls = 0
    const work = async () => {
      calls += 1
      if (calls < 3) throw new RetryableError(`attempt ${calls}`, 0)
      return 'done'
    }
    expect(await withRetry(work, new AbortController().signal, (reason) => waits.push(reason))).toBe('done')
    expect(waits).toEqual(['attempt 1', 'attempt 2'])
  })

  it('waits at least as long as the server asked', async () => {
    const waits: number[] = []
    const stop = new AbortController()
    const work = async () => {
      throw new RetryableError('full', 60_000)
    }
    const run = withRetry(work, stop.signal, (_, ms) => {
      waits.push(ms)
      stop.abort()
    })
    await expect(run).rejects.toThrow()
    expect(waits).toEqual([60_000])
  })

  it('waits 250 to 500 ms before the first retry when the server asked for no delay', async () => {
    const waits: number[] = []
    const stop = new AbortController()
    const run = withRetry(
      () => Promise.reject(new RetryableError('away')),
      stop.signal,
      (_, ms) => {
        waits.push(ms)
        stop.abort()
      },
    )
    await expect(run).rejects.toThrow()
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeGreaterThanOrEqual(250)
    expect(waits[0]).toBeLessThanOrEqual(500)
  })

  it('does not retry other errors', async () => {
    let calls = 0
    const work = async () => {
      calls += 1
      throw new Error('no')
    }
    await expect(withRetry(work, new AbortController().signal, () => {})).rejects.toThrow('no')
    expect(calls).toBe(1)
  })
})
