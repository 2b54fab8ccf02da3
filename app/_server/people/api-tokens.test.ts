import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from '@/temporal/contract/auth/actor'
import { getAllowedTokenRoles } from '@/temporal/contract/people/people'
import { authenticate } from '../auth/authenticate'
import { effectiveRole } from '../auth/tokens'
import type { Runtime } from '../platform/runtime'
import { actorAs, addUser, createContext, createTestRuntime, type TestRuntime } from '../testing/test-runtime'
import { createApiToken } from './create-api-token'
import { listAllApiTokens } from './list-all-api-tokens'
import { listApiTokens } from './list-api-tokens'
import { revokeApiToken } from './revoke-api-token'

let test: TestRuntime
let runtime: Runtime
const people = {} as Record<'boss' | 'ana' | 'ben' | 'carl', Actor>

const add = async (name: string, role: Role) => {
  const { id } = await addUser(runtime, { email: `${name}@x.example`, role, password: 'correct-horse-1' })
  return actorAs(role, { id, principal: `user:${id}` })
}
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  people.boss = await add('boss', 'admin')
  people.ana = await add('ana', 'agent')
  people.ben = await add('ben', 'agent')
  people.carl = await add('carl', 'customer')
})
afterAll(() => test.drop())

const as = (actor: Actor) => createContext(runtime, actor)
const who = async (token: string) =>
  (await authenticate(runtime, new Headers({ authorization: `Bearer ${token}` }), false)).actor
const make = (actor: Actor, more: Partial<{ userId: string; role: Role; days: number }> = {}) =>
  createApiToken(as(actor), { name: 'robot', role: 'agent', ...more })
const idOf = async (actor: Actor) => (await listApiTokens(as(actor), {})).items.at(-1)?.id ?? ''

describe('API tokens', () => {
  it('are returned once, stored as a hash, and have their own role', async () => {
    const { token, expiresAt } = await make(people.ana, { days: 7 })
    expect(Date.parse(expiresAt ?? '')).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    expect(await who(token)).toMatchObject({ id: people.ana.id, role: 'agent' })
    const { rows } = await runtime.pool.query('select * from api_tokens')
    const audit = await runtime.pool.query('select * from audit_log')
    expect(JSON.stringify([rows, audit.rows, await listApiTokens(as(people.ana), {})])).not.toContain(token)
  })

  it('record when they were last used', async () => {
    const lastUsed = async () => (await listApiTokens(as(people.ana), {})).items[0]?.lastUsedAt
    await expect.poll(lastUsed).toBeInstanceOf(Date)
  })

  it('stop working at once when they are revoked, and cannot be revoked twice', async () => {
    const { token } = await make(people.ana)
    expect(await who(token)).not.toBeNull()
    const tokenId = await idOf(people.ana)
    await revokeApiToken(as(people.ana), { tokenId })
    await expect(who(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(revokeApiToken(as(people.ana), { tokenId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('never have a role above their owner; `import` only for administrators', async () => {
    const refused = { details: { errors: [{ path: 'role' }] } }
    await expect(make(people.ana, { role: 'supervisor' })).rejects.toMatchObject(refused)
    await expect(make(people.ana, { role: 'import' })).rejects.toMatchObject(refused)
    await expect(make(people.boss, { userId: people.ana.id, role: 'admin' })).rejects.toMatchObject(refused)
    expect(await who((await make(people.boss, { role: 'import' })).token)).toMatchObject({ role: 'import' })
  })

  it('accept exactly the roles that the form offers', () => {
    for (const owner of ROLES.filter((role) => role !== 'customer')) {
      expect([...getAllowedTokenRoles(owner)].sort()).toEqual(
        ROLES.filter((role) => effectiveRole(role, owner) === role).sort(),
      )
    }
  })

  it('of others are created, listed and revoked by administrators only', async () => {
    await make(people.boss, { userId: people.ben.id })
    const tokenId = await idOf(people.ben)
    const forbidden = { code: 'FORBIDDEN' }
    await expect(make(people.ana, { userId: people.ben.id })).rejects.toMatchObject(forbidden)
    await expect(listApiTokens(as(people.ana), { userId: people.ben.id })).rejects.toMatchObject(forbidden)
    await expect(listAllApiTokens(as(people.ana))).rejects.toMatchObject(forbidden)
    await expect(revokeApiToken(as(people.ana), { tokenId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listAllApiTokens(as(people.boss))).items).toContainEqual(
      expect.objectContaining({ id: tokenId, owner: { id: people.ben.id, name: 'ben' } }),
    )
    await revokeApiToken(as(people.boss), { tokenId })
    expect((await listApiTokens(as(people.ben), {})).items).toEqual([])
  })

  it('are not available to customers or through a token', async () => {
    await expect(make(people.carl)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(make(people.boss, { userId: people.carl.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const machine = { ...people.boss, principal: 'token:t' }
    await expect(make(machine)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are limited to twenty for an account', async () => {
    const dora = await add('dora', 'agent')
    for (let i = 0; i < 20; i += 1) await make(dora)
    await expect(make(dora)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})
