import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseNotification } from '@/db/case-notification'
import { createStreamRegistry, type EventFilter, type StreamRegistry } from './stream-registry'

interface ReceivedEvent {
  event: string
  data: Record<string, unknown>
  id?: string
}

const all: EventFilter = ({ caseId, version }) => ({ caseId, version })
const anyone = { key: 'anyone', maxStreams: 100 }
const toNotification = (caseId: string, version: number, owner: string | null = null): CaseNotification => ({
  caseId,
  version,
  orderId: caseId,
  owner,
})

const parse = (block: string): ReceivedEvent | null => {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)))
  return fields.event ? { event: fields.event, data: JSON.parse(fields.data), id: fields.id } : null
}

/** Reads events of a response until `isEnough`. */
const listen = (response: Response) => {
  const reader = response.body?.getReader()
  const received: ReceivedEvent[] = []
  let text = ''
  return {
    received,
    cancel: () => reader?.cancel(),
    async until(isEnough: (received: ReceivedEvent[]) => boolean): Promise<ReceivedEvent[]> {
      while (!isEnough(received)) {
        const part = await reader?.read()
        if (!part || part.done) break
        text += new TextDecoder().decode(part.value)
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        received.push(...blocks.flatMap((block) => parse(block) ?? []))
      }
      return received
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

const cases = (received: ReceivedEvent[]) =>
  received.filter(({ event }) => event === 'case').map(({ data }) => data)

describe('a stream', () => {
  it('starts with ready, is neither cached nor buffered, and carries ids and versions only', async () => {
    const response = create().open(all, null, anyone)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const client = listen(response)
    streams.publish(toNotification('ord_a', 3))
    const [ready, change] = await client.until((received) => received.length >= 2)
    expect(ready).toMatchObject({ event: 'ready', data: { resumed: false, now: expect.any(String) } })
    expect(change).toMatchObject({ event: 'case', data: { caseId: 'ord_a', version: 3 } })
  })

  it('sends a subscriber only what its filter accepts', async () => {
    const mine: EventFilter = ({ owner, version }) => (owner === 'user:1' ? { version } : null)
    const client = listen(create().open(mine, null, anyone))
    streams.publish(toNotification('ord_a', 1, 'user:2'))
    streams.publish(toNotification('ord_b', 2, 'user:1'))
    expect(cases(await client.until((received) => cases(received).length > 0))).toEqual([{ version: 2 }])
  })

  it('merges many changes of one case into the newest', async () => {
    const client = listen(create({ mergeMs: 20 }).open(all, null, anyone))
    for (let version = 1; version <= 100; version++) streams.publish(toNotification('ord_a', version))
    streams.publish(toNotification('ord_b', 1))
    const received = cases(await client.until((some) => cases(some).length >= 2))
    expect(received).toEqual([
      { caseId: 'ord_a', version: 100 },
      { caseId: 'ord_b', version: 1 },
    ])
  })

  it('sends pings, so that a broken connection is detected', async () => {
    const client = listen(create({ pingMs: 10 }).open(all, null, anyone))
    const received = await client.until((some) => some.filter(({ event }) => event === 'ping').length >= 2)
    expect(received.map(({ event }) => event)).toEqual(['ready', 'ping', 'ping'])
  })

  it('resumes after the last event', async () => {
    const first = listen(create().open(all, null, anyone))
    streams.publish(toNotification('ord_a', 1))
    const { id } = (await first.until((received) => cases(received).length > 0)).at(-1) ?? {}
    await first.cancel()
    streams.publish(toNotification('ord_a', 2))
    streams.publish(toNotification('ord_b', 7))
    const again = listen(streams.open(all, id ?? '', anyone))
    const received = await again.until((some) => cases(some).length >= 2)
    expect(received[0]).toMatchObject({ event: 'ready', data: { resumed: true } })
    expect(cases(received)).toEqual([
      { caseId: 'ord_a', version: 2 },
      { caseId: 'ord_b', version: 7 },
    ])
  })

  it('does not resume after an event of another process, an old event, or none', async () => {
    const client = listen(create().open(all, null, anyone))
    const { id = '' } = (await client.until((received) => received.length > 0))[0] ?? {}
    for (let version = 1; version <= 1_001; version++) streams.publish(toNotification('ord_a', version))
    for (const last of [id, 'cafe-1', '-', 'x', `${id}9999`]) {
      const [ready] = await listen(streams.open(all, last, anyone)).until((received) => received.length > 0)
      expect(ready?.data, last).toMatchObject({ resumed: false })
    }
  })

  it('tells subscribers to refetch when events were missed', async () => {
    const client = listen(create().open(all, null, anyone))
    streams.publish(toNotification('ord_a', 1))
    const { id } = (await client.until((received) => cases(received).length > 0)).at(-1) ?? {}
    streams.refetch()
    const received = await client.until((some) => some.filter(({ event }) => event === 'ready').length >= 2)
    expect(received.at(-1)?.data).toMatchObject({ resumed: false })
    const [ready] = await listen(streams.open(all, id ?? '', anyone)).until((some) => some.length > 0)
    expect(ready?.data).toMatchObject({ resumed: false })
  })
})

describe('the registry', () => {
  it('refuses more streams than its limit, and accepts one again after one closed', async () => {
    create({ maxStreams: 2 })
    const [one] = [streams.open(all, null, anyone), streams.open(all, null, anyone)]
    expect(() => streams.open(all, null, anyone)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_STREAMS' }),
    )
    await one.body?.cancel()
    expect(streams.size).toBe(1)
    streams.open(all, null, anyone)
  })

  it('limits the streams of one owner', () => {
    const one = { key: 'user:1', maxStreams: 1 }
    create().open(all, null, one)
    expect(() => streams.open(all, null, one)).toThrow(expect.objectContaining({ code: 'TOO_MANY_STREAMS' }))
    expect(streams.open(all, null, { ...one, key: 'user:2' }).status).toBe(200)
  })

  it('closes the stream of a client that does not read, and no other', async () => {
    create({ mergeMs: 1, pingMs: 20, slowMs: 40 })
    const slow = streams.open(all, null, anyone)
    const quick = listen(streams.open(all, null, anyone))
    for (let version = 1; streams.size === 2; version++) {
      streams.publish(toNotification('ord_a', version))
      await quick.until((received) => cases(received).at(-1)?.version === version)
      await nextTurn()
    }
    expect(await listen(slow).ended()).toBe(true)
    expect(streams.size).toBe(1)
  })

  it('closes streams after their maximum age', async () => {
    const response = create({ pingMs: 10, maxAgeMs: 20 }).open(all, null, anyone)
    expect(await listen(response).ended()).toBe(true)
    expect(streams.size).toBe(0)
  })

  it('ends the streams of a session that is over, by itself or when it is told, and no other', async () => {
    create({ pingMs: 10, checkMs: 20 })
    let isOver = false
    const owner = { key: 'user:1', maxStreams: 9, isEntitled: async () => !isOver }
    const [checked, told] = [0, 1].map(() => listen(streams.open(all, null, owner)))
    const other = listen(streams.open(all, null, { ...anyone, isEntitled: async () => true }))
    await checked?.until((received) => received.some(({ event }) => event === 'ping'))
    isOver = true
    await streams.checkEntitlement('user:1')
    for (const client of [checked, told]) {
      const received = await client?.until((some) => some.some(({ event }) => event === 'ended'))
      expect(received?.at(-1)).toMatchObject({ event: 'ended', data: {} })
      expect(await client?.ended()).toBe(true)
    }
    expect(streams.size).toBe(1)
    isOver = false
    const later = listen(streams.open(all, null, owner))
    isOver = true
    await later.until((some) => some.some(({ event }) => event === 'ended'))
    expect(await later.ended()).toBe(true)
    await other.cancel()
  })

  it('closes every stream at shutdown', async () => {
    create()
    const mine = [1, 2, 3].map(() => streams.open(all, null, anyone))
    streams.close()
    expect(await Promise.all(mine.map((response) => listen(response).ended()))).toEqual([true, true, true])
    expect(streams.size).toBe(0)
  })
})
