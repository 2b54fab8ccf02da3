import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCoalescer } from './coalesce'

describe('createCoalescer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('runs the first change at once', () => {
    const run = vi.fn()
    createCoalescer<string>(500, run).push('a')
    expect(run).toHaveBeenCalledExactlyOnceWith(new Set(['a']))
  })

  it('runs at most twice a second, however many changes arrive', () => {
    const run = vi.fn()
    const coalescer = createCoalescer<number>(500, run)
    for (let ms = 0; ms < 10_000; ms += 5) {
      coalescer.push(ms)
      vi.advanceTimersByTime(5)
    }
    expect(run).toHaveBeenCalledTimes(1 + 10 * 2)
  })

  it('neither loses nor repeats a change', () => {
    const seen: string[] = []
    const coalescer = createCoalescer<string>(500, (items) => seen.push(...items))
    for (const item of ['a', 'b', 'b', 'c', 'b']) coalescer.push(item)
    vi.advanceTimersByTime(2_000)
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it('runs on release what was pushed while held', () => {
    const run = vi.fn()
    const coalescer = createCoalescer<string>(500, run)
    coalescer.hold(true)
    coalescer.push('a')
    vi.advanceTimersByTime(5_000)
    expect(run).not.toHaveBeenCalled()
    coalescer.hold(false)
    expect(run).toHaveBeenCalledExactlyOnceWith(new Set(['a']))
  })

  it('runs nothing after stop', () => {
    const run = vi.fn()
    const coalescer = createCoalescer<string>(500, run)
    coalescer.push('a')
    coalescer.push('b')
    coalescer.stop()
    vi.advanceTimersByTime(5_000)
    expect(run).toHaveBeenCalledTimes(1)
  })
})
