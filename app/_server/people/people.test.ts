import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/temporal/contract/auth/actor'
import { authenticate } from '../auth/authenticate'
import { signIn } from '../auth/sign-in'
import type { Runtime } from '../platform/runtime'
import {
  addToken,
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { banPerson } from './ban-person'
import { countSessions } from './count-sessions'
import { createApiToken } from './create-api-token'
import { invitePerson } from './invite-person'
import { listAccounts } from './list-accounts'
import { listAllApiTokens } from './list-all-api-tokens'
import { listAudit } from './list-audit'
import { readAccount } from './read-account'
import { renameGroup } from './rename-group'
import { renewInvitation } from './renew-invitation'
import { revokeAllSessions } from './revoke-all-sessions'
import { setPersonGroups } from './set-person-groups'
import { setRole } from './set-role'
import { unbanPerson } from './unban-person'

let test: TestRuntime
let runtime: Runtime
const PASSWORD = 'correct-horse-1'
let boss: Actor

const actorOf = (id: string, role: Role): Actor => ({
  principal: `user:${id}`,
  id,
  name: id,
  role,
  groups: [],
})
const as = (actor: Actor) => createContext(runtime, actor)
const add = async (email: string, role: Role, group: string[] = []) => {
  const { id } = await addUser(runtime, { email, role, group, password: PASSWORD })
  return actorOf(id, role)
}
const cookieFor = async (email: string) => {
  const ctx = createContext(runtime, null)
  await signIn(ctx, { email, password: PASSWORD })
  return toCookieHeader(ctx.http?.reply ?? new Headers())
}
const who = async (headers: HeadersInit) => (await authenticate(runtime, new Headers(headers), true)).actor
const auditOf = async (userId: string) => {
  const { items } = await listAudit(as(boss), { about: userId, after: undefined })
  return items.filter((row) => row.userId === userId).map(({ action, details }) => ({ action, details }))
}

beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  await runtime.pool.query(`insert into groups (id, name) values ('risk', 'Risk'), ('finance', 'Finance')`)
  boss = await add('boss@x.example', 'admin')
})
afterAll(() => test.drop())

const forbidden = { code: 'FORBIDDEN' }
const QUERY = { q: '', role: 'staff', sort: 'name', page: 1, status: undefined } as const

describe('listAccounts', () => {
  it('lists staff with their groups, searches e-mails, and lists customers only by role', async () => {
    await add('lina@x.example', 'agent', ['finance', 'risk'])
    await add('carl@x.example', 'customer')
    const staff = await listAccounts(as(boss), QUERY)
    expect(staff.items.map(({ name }) => name)).toEqual(['boss', 'lina'])
    expect(staff.items[1]).toMatchObject({
      status: 'active',
      lastSeenAt: null,
      groups: [
        { id: 'finance', name: 'Finance' },
        { id: 'risk', name: 'Risk' },
      ],
    })
    expect(await listAccounts(as(boss), { ...QUERY, q: 'LINA@' })).toMatchObject({ total: 1 })
    const customers = await listAccounts(as(boss), { ...QUERY, role: 'customer' })
    expect(customers.items.map(({ email }) => email)).toEqual(['carl@x.example'])
  })

  it('sorts in both directions, and pages', async () => {
    const down = await listAccounts(as(boss), { ...QUERY, sort: '-name' })
    expect(down.items.map(({ name }) => name)).toEqual(['lina', 'boss'])
    const roles = await listAccounts(as(boss), { ...QUERY, sort: 'role' })
    expect(roles.items[0]?.role).toBe('admin')
    expect(await listAccounts(as(boss), { ...QUERY, page: 2 })).toEqual({ items: [], total: 2 })
  })

  it('records when a person was last seen', async () => {
    const lina = (await listAccounts(as(boss), { ...QUERY, q: 'lina' })).items[0]
    await who({ cookie: await cookieFor('lina@x.example') })
    await expect
      .poll(async () => (await readAccount(as(boss), { userId: lina?.id ?? '' })).lastSeenAt)
      .toBeInstanceOf(Date)
  })

  it.each(['agent', 'supervisor', 'customer', 'import'] as const)('is refused for %s', async (role) => {
    const caller = as(actorOf('x', role))
    await expect(listAccounts(caller, QUERY)).rejects.toMatchObject(forbidden)
    await expect(listAudit(caller, { about: undefined, after: undefined })).rejects.toMatchObject(forbidden)
    await expect(setRole(caller, { userId: boss.id, role: 'agent' })).rejects.toMatchObject(forbidden)
  })
})

describe('a token of an administrator', () => {
  const token = () => as({ ...boss, principal: 'token:t1' })
  const calls: Record<string, (userId: string) => Promise<unknown>> = {
    invite: () => invitePerson(token(), { email: 't@x.example', name: 'T', role: 'admin', groups: [] }),
    'renew an invitation': (userId) => renewInvitation(token(), { userId }),
    'change a role': (userId) => setRole(token(), { userId, role: 'admin' }),
    'change groups': (userId) => setPersonGroups(token(), { userId, groups: ['risk'] }),
    ban: (userId) => banPerson(token(), { userId, reason: 'x' }),
    'lift a ban': (userId) => unbanPerson(token(), { userId }),
    'end sessions': (userId) => revokeAllSessions(token(), { userId }),
    'count sessions': (userId) => countSessions(token(), { userId }),
    'list people': () => listAccounts(token(), QUERY),
    'read a person': (userId) => readAccount(token(), { userId }),
    'read the audit': () => listAudit(token(), { about: undefined, after: undefined }),
    "list everybody's tokens": () => listAllApiTokens(token()),
    'create a token': () => createApiToken(token(), { name: 'more', role: 'admin' }),
  }

  it.each(Object.keys(calls))('cannot %s', async (what) => {
    const found = await runtime.pool.query(`select id from "user" where email = 'lina@x.example'`)
    const before = await runtime.pool.query('select count(*) from audit_log')
    await expect(calls[what]?.(found.rows[0]?.id)).rejects.toMatchObject(forbidden)
    expect((await runtime.pool.query('select count(*) from audit_log')).rows).toEqual(before.rows)
  })

  it('is recorded in the audit as a token, where it may change something', async () => {
    await renameGroup(token(), { groupId: 'risk', name: 'Risks' })
    await renameGroup(as(boss), { groupId: 'risk', name: 'Risk' })
    const { items } = await listAudit(as(boss), { about: boss.id, after: undefined })
    const renamed = items.filter(({ action }) => action === 'group.rename')
    expect(renamed.map(({ principal }) => principal)).toEqual([`user:${boss.id}`, 'token:t1'])
  })

  it('for imports stops working when its owner is no longer an administrator', async () => {
    const importer = await add('importer@x.example', 'admin')
    const { token: secret } = await addToken(runtime, { email: 'importer@x.example', role: 'import' })
    const headers = { authorization: `Bearer ${secret}` }
    expect(await who(headers)).toMatchObject({ role: 'import' })
    await setRole(as(boss), { userId: importer.id, role: 'supervisor' })
    await expect(who(headers)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('an administrator', () => {
  it('changes role and groups with immediate effect and an audit row with old and new values', async () => {
    const mo = await add('mo@x.example', 'agent', ['risk'])
    const cookie = await cookieFor('mo@x.example')
    expect(await who({ cookie })).toMatchObject({ role: 'agent', groups: ['risk'] })
    await setRole(as(boss), { userId: mo.id, role: 'supervisor' })
    await setPersonGroups(as(boss), { userId: mo.id, groups: ['finance'] })
    expect(await who({ cookie })).toMatchObject({ role: 'supervisor', groups: ['finance'] })
    expect(await auditOf(mo.id)).toEqual([
      { action: 'user.groups', details: { from: ['risk'], to: ['finance'] } },
      { action: 'user.role', details: { from: 'agent', to: 'supervisor' } },
      { action: 'user.create', details: null },
    ])
  })

  it('removes a person who becomes a customer from every group', async () => {
    const { id: userId } = await add('ex@x.example', 'agent', ['risk'])
    await setRole(as(boss), { userId, role: 'customer' })
    expect(await readAccount(as(boss), { userId })).toMatchObject({ role: 'customer', groups: [] })
    await expect(setPersonGroups(as(boss), { userId, groups: ['risk'] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  it('bans an account (sessions, tokens and sign-in) and lifts the ban', async () => {
    const { id: userId } = await add('bad@x.example', 'agent')
    const cookie = await cookieFor('bad@x.example')
    const { token } = await addToken(runtime, { email: 'bad@x.example' })
    expect(await who({ authorization: `Bearer ${token}` })).not.toBeNull()
    await banPerson(as(boss), { userId, reason: 'Left the company', until: '2999-12-30' })
    expect(await who({ cookie })).toBeNull()
    await expect(who({ authorization: `Bearer ${token}` })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(cookieFor('bad@x.example')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    const person = await readAccount(as(boss), { userId })
    expect(person).toMatchObject({ status: 'banned', banReason: 'Left the company' })
    expect(person.banExpires?.toISOString()).toBe('2999-12-31T00:00:00.000Z')
    await unbanPerson(as(boss), { userId })
    expect(await who({ cookie: await cookieFor('bad@x.example') })).toMatchObject({ id: userId })
    const actions = (await auditOf(userId)).map(({ action }) => action)
    expect(actions).toEqual(['user.unban', 'user.ban', 'token.create', 'user.create'])
  })

  it('cannot ban until a day in the past', async () => {
    const { id: userId } = await add('past@x.example', 'agent')
    const ban = banPerson(as(boss), { userId, reason: 'x', until: '2020-01-01' })
    await expect(ban).rejects.toMatchObject({ details: { errors: [{ path: 'until' }] } })
    expect(await readAccount(as(boss), { userId })).toMatchObject({ status: 'active' })
  })

  it('ends every session of an account', async () => {
    const { id: userId } = await add('out@x.example', 'agent')
    const cookies = [await cookieFor('out@x.example'), await cookieFor('out@x.example')]
    expect(await revokeAllSessions(as(boss), { userId })).toEqual({ ended: 2 })
    for (const cookie of cookies) expect(await who({ cookie })).toBeNull()
  })

  it('cannot ban, demote or sign out themselves, but may join a group', async () => {
    const own = { code: 'OWN_ACCOUNT' }
    await expect(setRole(as(boss), { userId: boss.id, role: 'agent' })).rejects.toMatchObject(own)
    await expect(banPerson(as(boss), { userId: boss.id, reason: 'x' })).rejects.toMatchObject(own)
    await expect(revokeAllSessions(as(boss), { userId: boss.id })).rejects.toMatchObject(own)
    await setPersonGroups(as(boss), { userId: boss.id, groups: ['risk'] })
    expect((await readAccount(as(boss), { userId: boss.id })).groups).toEqual([{ id: 'risk', name: 'Risk' }])
  })

  it('cannot remove the last administrator when two demote each other concurrently', async () => {
    const rivals = [await add('r1@x.example', 'admin'), await add('r2@x.example', 'admin')] as const
    await runtime.pool.query(`update "user" set banned = true where id = $1`, [boss.id])
    const [one, two] = rivals
    const results = await Promise.allSettled([
      setRole(as(one), { userId: two.id, role: 'agent' }),
      banPerson(as(two), { userId: one.id, reason: 'First' }),
    ])
    await runtime.pool.query(`update "user" set banned = false where id = $1`, [boss.id])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'FORBIDDEN' },
    })
  })

  it('does not count as a remaining administrator while banned or without a password', async () => {
    const lone = await add('lone@x.example', 'admin')
    await runtime.pool.query(`update "user" set banned = true where role = 'admin' and id <> $1`, [lone.id])
    await runtime.pool.query(
      `insert into "user" (id, name, email, role) values ('waiting', 'Waiting', 'waiting@x.example', 'admin')`,
    )
    const waiting = as(actorOf('waiting', 'admin'))
    const lastAdmin = { code: 'LAST_ADMIN' }
    await expect(setRole(waiting, { userId: lone.id, role: 'agent' })).rejects.toMatchObject(lastAdmin)
    await expect(banPerson(waiting, { userId: lone.id, reason: 'x' })).rejects.toMatchObject(lastAdmin)
    expect(await readAccount(as(lone), { userId: lone.id })).toMatchObject({
      role: 'admin',
      status: 'active',
    })
  })
})
