import { beforeEach, describe, expect, it } from 'vitest'
import { coalesceReads } from './request-coalescing'

/** Answers that a test gives when it wants to. */
let asked: { key: string; answer: (version: number) => void; fail: (error: Error) => void }[] = []
let epoch: number | null = 1

const create = (keepMs = 60_000, maxKeys = 10) =>
  coalesceReads<{ version: number }>({
    load: (key) =>
      new Promise((resolve, reject) => {
        asked.push({ key, answer: (version) => resolve({ version }), fail: reject })
      }),
    getVersion: ({ version }) => version,
    isCacheable: () => true,
    epoch: () => epoch,
    ttlMs: keepMs,
    maxKeys,
  })

beforeEach(() => {
  asked = []
  epoch = 1
})

describe('a read', () => {
  it('is shared by all who ask while it is under way', async () => {
    const reads = create()
    const many = Array.from({ length: 500 }, () => reads.read('a'))
    asked[0]?.answer(3)
    expect(await Promise.all(many)).toEqual(Array(500).fill({ version: 3 }))
    expect(asked).toHaveLength(1)
  })

  it('is not joined by a reader who knows of a version that was learnt after it began', async () => {
    const reads = create()
    const before = reads.read('a')
    const after = reads.read('a', 4)
    const third = reads.read('a', 4)
    expect(asked).toHaveLength(2)
    asked[0]?.answer(3)
    asked[1]?.answer(4)
    expect([await before, await after, await third].map(({ version }) => version)).toEqual([3, 4, 4])
  })

  it('is not joined after news', () => {
    const reads = create()
    void reads.read('a')
    reads.setLatestVersion('a', 9)
    void reads.read('a')
    expect(asked).toHaveLength(2)
  })

  it('that fails is not remembered', async () => {
    const reads = create()
    const failed = reads.read('a')
    asked[0]?.fail(new Error('away'))
    await expect(failed).rejects.toThrow('away')
    const next = reads.read('a')
    asked[1]?.answer(1)
    expect(await next).toEqual({ version: 1 })
  })
})

describe('an answer', () => {
  const answered = async (reads = create()) => {
    const first = reads.read('a')
    asked[0]?.answer(3)
    await first
    return reads
  }

  it('is kept while no news comes, so that 500 readers cost one question', async () => {
    const reads = await answered()
    await Promise.all(Array.from({ length: 500 }, () => reads.read('a', 3)))
    expect(asked).toHaveLength(1)
  })

  it('is kept when the news is late and tells what it already shows', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 3)
    await reads.read('a')
    expect(asked).toHaveLength(1)
  })

  it('is dropped by news, and once for each change', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 4)
    const many = Array.from({ length: 500 }, () => reads.read('a', 4))
    asked[1]?.answer(4)
    await Promise.all(many)
    await reads.read('a', 4)
    expect(asked).toHaveLength(2)
  })

  it('of a higher version is dropped by a lower one: the run was reset', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 2)
    const next = reads.read('a')
    asked[1]?.answer(2)
    expect(await next).toEqual({ version: 2 })
  })

  it('lower than what a reader claims to know is given once it was asked for after the claim', async () => {
    const reads = await answered()
    const claimed = reads.read('a', 1_000)
    asked[1]?.answer(3)
    expect(await claimed).toEqual({ version: 3 })
    await reads.read('a', 1_000)
    expect(asked).toHaveLength(2)
  })

  it('is not kept while news may be missed, nor over a time in which they may have been', async () => {
    const reads = await answered()
    epoch = null
    void reads.read('a')
    expect(asked).toHaveLength(2)
    epoch = 2
    asked[1]?.answer(3)
    void reads.read('a')
    expect(asked.length).toBeGreaterThanOrEqual(2)
  })

  it('that was asked for earlier does not replace a later one', async () => {
    const reads = create()
    const early = reads.read('a')
    const late = reads.read('a', 5)
    asked[1]?.answer(5)
    await late
    asked[0]?.answer(4)
    await early
    expect(await reads.read('a')).toEqual({ version: 5 })
  })

  it('of the key that was not read for the longest time is forgotten first', async () => {
    const reads = await answered(create(60_000, 2))
    for (const key of ['b', 'c']) {
      const read = reads.read(key)
      asked.at(-1)?.answer(1)
      await read
    }
    void reads.read('a')
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'a'])
  })
})
