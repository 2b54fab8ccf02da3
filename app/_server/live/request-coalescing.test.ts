import { beforeEach, describe, expect, it } from 'vitest'
import { coalesceReads } from './request-coalescing'

/** Loads that end when the test says so. */
let loads: { key: string; answer: (version: number) => void; fail: (error: Error) => void }[] = []
let epoch: number | null = 1

const create = (keepMs = 60_000, maxKeys = 10) =>
  coalesceReads<{ version: number }>({
    load: (key) =>
      new Promise((resolve, reject) => {
        loads.push({ key, answer: (version) => resolve({ version }), fail: reject })
      }),
    getVersion: ({ version }) => version,
    isCacheable: () => true,
    epoch: () => epoch,
    ttlMs: keepMs,
    maxKeys,
  })

beforeEach(() => {
  loads = []
  epoch = 1
})

describe('a read', () => {
  it('is shared by all readers while it is under way', async () => {
    const reads = create()
    const many = Array.from({ length: 500 }, () => reads.read('a'))
    loads[0]?.answer(3)
    expect(await Promise.all(many)).toEqual(Array(500).fill({ version: 3 }))
    expect(loads).toHaveLength(1)
  })

  it('is not joined by a reader with a version that was learnt after it started', async () => {
    const reads = create()
    const before = reads.read('a')
    const after = reads.read('a', 4)
    const third = reads.read('a', 4)
    expect(loads).toHaveLength(2)
    loads[0]?.answer(3)
    loads[1]?.answer(4)
    expect([await before, await after, await third].map(({ version }) => version)).toEqual([3, 4, 4])
  })

  it('is not joined after a notification', () => {
    const reads = create()
    void reads.read('a')
    reads.setLatestVersion('a', 9)
    void reads.read('a')
    expect(loads).toHaveLength(2)
  })

  it('that fails is not cached', async () => {
    const reads = create()
    const failed = reads.read('a')
    loads[0]?.fail(new Error('away'))
    await expect(failed).rejects.toThrow('away')
    const next = reads.read('a')
    loads[1]?.answer(1)
    expect(await next).toEqual({ version: 1 })
  })
})

describe('an answer', () => {
  const answered = async (reads = create()) => {
    const first = reads.read('a')
    loads[0]?.answer(3)
    await first
    return reads
  }

  it('is cached until a notification, so that 500 readers cost one load', async () => {
    const reads = await answered()
    await Promise.all(Array.from({ length: 500 }, () => reads.read('a', 3)))
    expect(loads).toHaveLength(1)
  })

  it('stays cached when a late notification names its version', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 3)
    await reads.read('a')
    expect(loads).toHaveLength(1)
  })

  it('is dropped by a notification, once for each change', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 4)
    const many = Array.from({ length: 500 }, () => reads.read('a', 4))
    loads[1]?.answer(4)
    await Promise.all(many)
    await reads.read('a', 4)
    expect(loads).toHaveLength(2)
  })

  it('is dropped by a notification of a lower version, since a run may be reset', async () => {
    const reads = await answered()
    reads.setLatestVersion('a', 2)
    const next = reads.read('a')
    loads[1]?.answer(2)
    expect(await next).toEqual({ version: 2 })
  })

  it('with a lower version than the reader claims is returned if its load started after the claim', async () => {
    const reads = await answered()
    const claimed = reads.read('a', 1_000)
    loads[1]?.answer(3)
    expect(await claimed).toEqual({ version: 3 })
    await reads.read('a', 1_000)
    expect(loads).toHaveLength(2)
  })

  it('is not cached while or after notifications may have been missed', async () => {
    const reads = await answered()
    epoch = null
    void reads.read('a')
    expect(loads).toHaveLength(2)
    epoch = 2
    loads[1]?.answer(3)
    void reads.read('a')
    expect(loads.length).toBeGreaterThanOrEqual(2)
  })

  it('of an earlier load does not replace the one of a later load', async () => {
    const reads = create()
    const early = reads.read('a')
    const late = reads.read('a', 5)
    loads[1]?.answer(5)
    await late
    loads[0]?.answer(4)
    await early
    expect(await reads.read('a')).toEqual({ version: 5 })
  })

  it('of the least recently read key is evicted first', async () => {
    const reads = await answered(create(60_000, 2))
    for (const key of ['b', 'c']) {
      const read = reads.read(key)
      loads.at(-1)?.answer(1)
      await read
    }
    void reads.read('a')
    expect(loads.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'a'])
  })
})
