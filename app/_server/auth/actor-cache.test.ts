import { beforeEach, describe, expect, it } from 'vitest'
import { type ActorCache, createActorCache } from './actor-cache'

interface Person {
  userId: string
  groups: string[]
}

const AWAY = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
let nowMs: number
let loads: number
let people: ActorCache<Person>
const load = (groups: string[]) => async (): Promise<Person> => {
  loads += 1
  return { userId: 'u1', groups }
}
const fail = async (): Promise<never> => {
  loads += 1
  throw AWAY
}

beforeEach(() => {
  nowMs = 1_000_000
  loads = 0
  people = createActorCache<Person>(() => nowMs)
})

describe('people in memory', () => {
  it('asks once for many at the same time, and again after 30 seconds', async () => {
    await Promise.all(Array.from({ length: 50 }, () => people.get('k', load(['a']))))
    expect(loads).toBe(1)
    nowMs += 29_000
    expect((await people.get('k', load(['b'])))?.groups).toEqual(['a'])
    nowMs += 2_000
    expect((await people.get('k', load(['b'])))?.groups).toEqual(['b'])
  })

  it('answers for five minutes while the database is away, and then says so', async () => {
    await people.get('k', load(['a']))
    nowMs += 299_000
    expect((await people.get('k', fail))?.groups).toEqual(['a'])
    nowMs += 2_000
    await expect(people.get('k', fail)).rejects.toBe(AWAY)
  })

  it('does not ask a dead database at every request', async () => {
    await people.get('k', load(['a']))
    nowMs += 60_000
    loads = 0
    for (let i = 0; i < 10; i += 1) await people.get('k', fail)
    expect(loads).toBe(1)
  })

  it('waits no longer than a second for a database that hangs', async () => {
    await people.get('k', load(['a']))
    nowMs += 60_000
    expect((await people.get('k', () => new Promise(() => {})))?.groups).toEqual(['a'])
  })

  it('hides no other error behind an old answer', async () => {
    await people.get('k', load(['a']))
    nowMs += 60_000
    const broken = new Error('syntax')
    await expect(people.get('k', () => Promise.reject(broken))).rejects.toBe(broken)
  })

  it('shows a change at once, even to a load that began before it', async () => {
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
    people.invalidate('u1')
    finish({ userId: 'u1', groups: ['before the change'] })
    await slow
    expect((await people.get('k', load(['after'])))?.groups).toEqual(['after'])
  })

  it('keeps nothing of a credential that is unknown', async () => {
    expect(await people.get('k', async () => null)).toBeNull()
    expect((await people.get('k', load(['a'])))?.groups).toEqual(['a'])
  })
})
