import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseNotification } from '@/db/case-notification'
import { createStreamRegistry, type EventFilter, type StreamRegistry } from './stream-registry'

interface Heard {
  event: string
  data: Record<string, unknown>
  id?: string
}

const all: EventFilter = ({ caseId, version }) => ({ caseId, version })
const anyone = { key: 'anyone', maxStreams: 100 }
const notice = (caseId: string, version: number, owner: string | null = null): CaseNotification => ({
  caseId,
  version,
  orderId: caseId,
  owner,
})

const parse = (block: string): Heard | null => {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)))
  return fields.event ? { event: fields.event, data: JSON.parse(fields.data), id: fields.id } : null
}

/** Reads events of a response until `isEnough`. */
const listen = (response: Response) => {
  const reader = response.body?.getReader()
  const heard: Heard[] = []
  let text = ''
  return {
    heard,
    cancel: () => reader?.cancel(),
    async until(isEnough: (heard: Heard[]) => boolean): Promise<Heard[]> {
      while (!isEnough(heard)) {
        const part = await reader?.read()
        if (!part || part.done) break
        text += new TextDecoder().decode(part.value)
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        heard.push(...blocks.flatMap((block) => parse(block) ?? []))
      }
      return heard
    },
    async ended(): Promise<boolean> {
      while (!(await reader?.read())?.done);
      return true
    },
  }
}

let streams: StreamRegistry
const create = (limits: Parameters<typeof createStreamRegistry>[0] = {}) => {
  streams = createStreamRegistry({ mergeMs: 5, ...limits })
  return streams
}
afterEach(() => streams.close())

const cases = (heard: Heard[]) => heard.filter(({ event }) => event === 'case').map(({ data }) => data)

describe('a stream', () => {
  it('begins with ready, is not stored or held back by anybody, and tells ids and versions only', async () => {
    const response = create().open(all, null, anyone)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const client = listen(response)
    streams.publish(notice('ord_a', 3))
    const [ready, change] = await client.until((heard) => heard.length >= 2)
    expect(ready).toMatchObject({ event: 'ready', data: { resumed: false, now: expect.any(String) } })
    expect(change).toMatchObject({ event: 'case', data: { caseId: 'ord_a', version: 3 } })
  })

  it('tells a reader nothing of what is not theirs', async () => {
    const mine: EventFilter = ({ owner, version }) => (owner === 'user:1' ? { version } : null)
    const client = listen(create().open(mine, null, anyone))
    streams.publish(notice('ord_a', 1, 'user:2'))
    streams.publish(notice('ord_b', 2, 'user:1'))
    expect(cases(await client.until((heard) => cases(heard).length > 0))).toEqual([{ version: 2 }])
  })

  it('tells many changes of one case at once as the newest', async () => {
    const client = listen(create({ mergeMs: 20 }).open(all, null, anyone))
    for (let version = 1; version <= 100; version++) streams.publish(notice('ord_a', version))
    streams.publish(notice('ord_b', 1))
    const heard = cases(await client.until((some) => cases(some).length >= 2))
    expect(heard).toEqual([
      { caseId: 'ord_a', version: 100 },
      { caseId: 'ord_b', version: 1 },
    ])
  })

  it('pings, so that a dead line is noticed', async () => {
    const client = listen(create({ pingMs: 10 }).open(all, null, anyone))
    const heard = await client.until((some) => some.filter(({ event }) => event === 'ping').length >= 2)
    expect(heard.map(({ event }) => event)).toEqual(['ready', 'ping', 'ping'])
  })

  it('goes on where the last event left off', async () => {
    const first = listen(create().open(all, null, anyone))
    streams.publish(notice('ord_a', 1))
    const { id } = (await first.until((heard) => cases(heard).length > 0)).at(-1) ?? {}
    await first.cancel()
    streams.publish(notice('ord_a', 2))
    streams.publish(notice('ord_b', 7))
    const again = listen(streams.open(all, id ?? '', anyone))
    const heard = await again.until((some) => cases(some).length >= 2)
    expect(heard[0]).toMatchObject({ event: 'ready', data: { resumed: true } })
    expect(cases(heard)).toEqual([
      { caseId: 'ord_a', version: 2 },
      { caseId: 'ord_b', version: 7 },
    ])
  })

  it('starts over for the last event of another process, of long ago, and of nobody', async () => {
    const client = listen(create().open(all, null, anyone))
    const { id = '' } = (await client.until((heard) => heard.length > 0))[0] ?? {}
    for (let version = 1; version <= 1_001; version++) streams.publish(notice('ord_a', version))
    for (const last of [id, 'cafe-1', '-', 'x', `${id}9999`]) {
      const [ready] = await listen(streams.open(all, last, anyone)).until((heard) => heard.length > 0)
      expect(ready?.data, last).toMatchObject({ resumed: false })
    }
  })

  it('tells its readers to read everything again when something was missed', async () => {
    const client = listen(create().open(all, null, anyone))
    streams.publish(notice('ord_a', 1))
    const { id } = (await client.until((heard) => cases(heard).length > 0)).at(-1) ?? {}
    streams.refetch()
    const heard = await client.until((some) => some.filter(({ event }) => event === 'ready').length >= 2)
    expect(heard.at(-1)?.data).toMatchObject({ resumed: false })
    const [ready] = await listen(streams.open(all, id ?? '', anyone)).until((some) => some.length > 0)
    expect(ready?.data).toMatchObject({ resumed: false })
  })
})

describe('the registry', () => {
  it('refuses more streams than it can hold, and has room again when one is gone', async () => {
    create({ maxStreams: 2 })
    const [one] = [streams.open(all, null, anyone), streams.open(all, null, anyone)]
    expect(() => streams.open(all, null, anyone)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_STREAMS' }),
    )
    await one.body?.cancel()
    expect(streams.size).toBe(1)
    streams.open(all, null, anyone)
  })

  it('does not let one holder take the places of others', () => {
    const one = { key: 'user:1', maxStreams: 1 }
    create().open(all, null, one)
    expect(() => streams.open(all, null, one)).toThrow(expect.objectContaining({ code: 'TOO_MANY_STREAMS' }))
    expect(streams.open(all, null, { ...one, key: 'user:2' }).status).toBe(200)
  })

  it('drops a client that does not read, and keeps the others', async () => {
    create({ mergeMs: 1, pingMs: 20, slowMs: 40 })
    const slow = streams.open(all, null, anyone)
    const quick = listen(streams.open(all, null, anyone))
    for (let version = 1; streams.size === 2; version++) {
      streams.publish(notice('ord_a', version))
      await quick.until((heard) => cases(heard).at(-1)?.version === version)
      await nextTurn()
    }
    expect(await listen(slow).ended()).toBe(true)
    expect(streams.size).toBe(1)
  })

  it('sends its clients back to the door after a while', async () => {
    const response = create({ pingMs: 10, maxAgeMs: 20 }).open(all, null, anyone)
    expect(await listen(response).ended()).toBe(true)
    expect(streams.size).toBe(0)
  })

  it('closes every stream when the process ends', async () => {
    create()
    const mine = [1, 2, 3].map(() => streams.open(all, null, anyone))
    streams.close()
    expect(await Promise.all(mine.map((response) => listen(response).ended()))).toEqual([true, true, true])
    expect(streams.size).toBe(0)
  })
})
