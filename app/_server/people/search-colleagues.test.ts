import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnv } from '../platform/env'
import { toProblem } from '../platform/http/problem'
import { createRuntime } from '../platform/runtime'
import {
  actorAs,
  addUser,
  createContext,
  createTestRuntime,
  TEST_ENV,
  type TestRuntime,
} from '../testing/test-runtime'
import { searchColleagues } from './search-colleagues'

let test: TestRuntime
beforeAll(async () => {
  test = await createTestRuntime()
  const { runtime } = test
  await runtime.pool.query(`insert into groups (id, name) values ('risk', 'Risk'), ('finance', 'Finance')`)
  const add = (name: string, email: string, role = 'agent', group: string[] = []) =>
    addUser(runtime, { name, email, role, group } as Parameters<typeof addUser>[1])
  await add('Ana Ruiz', 'ana@shop.test', 'agent', ['risk', 'finance'])
  await add('Joana Silva', 'jo@shop.test', 'supervisor')
  await add('Ben Anders', 'b.anders@shop.test', 'admin', ['risk'])
  await add('Kim Müller-Łuk', 'kim@desk.test')
  await add('Zed Banned', 'anabel@shop.test')
  await add('Ana Customer', 'ana@customer.test', 'customer')
  await runtime.pool.query(`update "user" set banned = true where email = 'anabel@shop.test'`)
})
afterAll(() => test.drop())

const find = async (q: string, ctx = createContext(test.runtime, actorAs('agent'))) =>
  (await searchColleagues(ctx, { q })).items
const names = async (q: string) => (await find(q)).map(({ name }) => name)

describe('searchColleagues', () => {
  it('matches parts of names and e-mails, prefix matches first', async () => {
    expect(await names('ana')).toEqual(['Ana Ruiz', 'Joana Silva'])
    expect(await names('AN')).toEqual(['Ana Ruiz', 'Ben Anders', 'Joana Silva'])
    expect(await names('b.and')).toEqual(['Ben Anders'])
    expect(await names('@shop')).toEqual(['Ana Ruiz', 'Ben Anders', 'Joana Silva'])
    expect(await names('%')).toEqual([])
  })

  it.each(['müller', 'MULLER', 'Mu\u0308ller', 'łuk', 'luk', 'kim m'])('finds a name by %s', async (q) => {
    expect(await names(q)).toEqual(['Kim Müller-Łuk'])
  })

  it('returns all staff that is not banned, with role and groups, for an empty query', async () => {
    expect(await names('')).toEqual(['Ana Ruiz', 'Ben Anders', 'Joana Silva', 'Kim Müller-Łuk'])
    expect(await find('ana r')).toEqual([
      {
        id: expect.any(String),
        name: 'Ana Ruiz',
        email: 'ana@shop.test',
        role: 'agent',
        groups: ['finance', 'risk'],
      },
    ])
  })

  it('is allowed for staff only', async () => {
    const customer = createContext(test.runtime, actorAs('customer'))
    await expect(find('', customer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(find('', createContext(test.runtime, null))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('fails while Postgres is down and the cache is empty', async () => {
    const offline = createRuntime(parseEnv({ ...TEST_ENV, DATABASE_URL: 'postgres://x@127.0.0.1:1/none' }))
    const refused = find('', createContext(offline, actorAs('agent'))).catch((error) => toProblem(error, 'r'))
    expect(await refused).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' })
    await offline.close()
  })
})
