import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { classifyDatabaseError } from '../platform/resilience/database-errors'
import { type ActorCache, createActorCache } from './actor-cache'

interface Person {
  userId: string
  groups: string[]
}

const DOWN = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
let loadCount: number
let people: ActorCache<Person>
const load = (groups: string[]) => async (): Promise<Person> => {
  loadCount += 1
  return { userId: 'u1', groups }
}
const fail = async (): Promise<never> => {
  loadCount += 1
  throw DOWN
}
const advance = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  loadCount = 0
  people = createActorCache<Person>(createBreakerWithTimeout(classifyDatabaseError))
})
afterEach(() => vi.useRealTimers())

describe('cached people', () => {
  it('loads once for many readers, and again after 30 seconds', async () => {
    await Promise.all(Array.from({ length: 50 }, () => people.get('k', load(['a']))))
    expect(loadCount).toBe(1)
    advance(29_000)
    expect((await people.get('k', load(['b'])))?.groups).toEqual(['a'])
    advance(2_000)
    expect((await people.get('k', load(['b'])))?.groups).toEqual(['b'])
  })

  it('answers for five minutes while Postgres is down, and then gives its error', async () => {
    await people.get('k', load(['a']))
    advance(299_000)
    expect((await people.get('k', fail))?.groups).toEqual(['a'])
    advance(2_000)
    await expect(people.get('k', fail)).rejects.toBe(DOWN)
  })

  it('does not call a database that is down at every request', async () => {
    await people.get('k', load(['a']))
    advance(60_000)
    loadCount = 0
    for (let i = 0; i < 10; i += 1) await people.get('k', fail)
    expect(loadCount).toBe(1)
  })

  it('waits no longer than a second for a database that hangs', async () => {
    await people.get('k', load(['a']))
    advance(60_000)
    const startedAt = performance.now()
    expect((await people.get('k', () => new Promise(() => {})))?.groups).toEqual(['a'])
    expect(performance.now() - startedAt).toBeLessThan(1_500)
  })

  it('hides no other error behind a stale value', async () => {
    await people.get('k', load(['a']))
    advance(60_000)
    const broken = new Error('syntax')
    await expect(people.get('k', () => Promise.reject(broken))).rejects.toBe(broken)
  })

  it('applies a change at once, even to a load that began before it', async () => {
    await people.get('k', load(['a']))
    people.invalidate('u1')
    let finish = (_: Person): void => {}
    const slow = people.get(
      'k',
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    await Promise.resolve()
    people.invalidate('u1')
    finish({ userId: 'u1', groups: ['before the change'] })
    await slow
    expect((await people.get('k', load(['after'])))?.groups).toEqual(['after'])
  })

  it('does not cache that a credential is unknown', async () => {
    expect(await people.get('k', async () => null)).toBeNull()
    expect((await people.get('k', load(['a'])))?.groups).toEqual(['a'])
  })
})
