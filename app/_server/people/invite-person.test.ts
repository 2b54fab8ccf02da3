import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { AcceptInvitation, InvitePerson } from '@/temporal/contract/schemas/people-request'
import { acceptInvitation } from '../auth/accept-invitation'
import { authenticate } from '../auth/authenticate'
import { readInvitation } from '../auth/read-invitation'
import { signIn } from '../auth/sign-in'
import { hashToken } from '../auth/tokens'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import type { Runtime } from '../platform/runtime'
import {
  actorAs,
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { banPerson } from './ban-person'
import { invitePerson } from './invite-person'
import { listAudit } from './list-audit'
import { readAccount } from './read-account'
import { renewInvitation } from './renew-invitation'

let test: TestRuntime
let runtime: Runtime
let boss: Actor
const PASSWORD = 'correct-horse-1'
const ENDED = { code: 'INVITATION_ENDED' }

beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  await runtime.pool.query(`insert into groups (id, name) values ('risk', 'Risk')`)
  const { id } = await addUser(runtime, { email: 'boss@x.example', role: 'admin', password: PASSWORD })
  boss = actorAs('admin', { id, principal: `user:${id}` })
})
afterAll(() => test.drop())

const as = (actor: Actor | null) => createContext(runtime, actor)
const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1)
const read = (token: string) => readInvitation({ runtime, now: new Date() }, token)
let n = 0
const invite = (
  more: Partial<{ role: 'agent' | 'customer' | 'admin'; groups: string[]; email: string }> = {},
) => {
  n += 1
  return invitePerson(as(boss), {
    email: `new${n}@x.example`,
    name: 'New One',
    role: 'agent',
    groups: [],
    ...more,
  })
}
const accept = (token: string, ctx = as(null)) =>
  acceptInvitation(ctx, { token, name: 'Nia New', password: PASSWORD })

describe('an invitation', () => {
  it('creates an invited account, and its link can be accepted once', async () => {
    const { userId, link } = await invite({ groups: ['risk'] })
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation\/inv_[\w-]{43}$/)
    expect(await readAccount(as(boss), { userId })).toMatchObject({ status: 'invited', role: 'agent' })
    const token = tokenOf(link)
    expect(await read(token)).toMatchObject({ state: 'open', name: 'New One' })

    const ctx = as(null)
    expect(await accept(token, ctx)).toEqual({ role: 'agent', isSignedIn: true })
    const cookie = toCookieHeader(ctx.http?.reply ?? new Headers())
    expect((await authenticate(runtime, new Headers({ cookie }), true)).actor).toMatchObject({
      id: userId,
      name: 'Nia New',
      groups: ['risk'],
    })
    expect(await read(token)).toEqual({ state: 'used' })
    await expect(accept(token)).rejects.toMatchObject(ENDED)
    expect(await readAccount(as(boss), { userId })).toMatchObject({ status: 'active' })
  })

  it('is stored as a hash, and the audit contains neither link nor e-mail', async () => {
    const { link, userId } = await invite()
    const token = tokenOf(link)
    const { rows } = await runtime.pool.query(`select * from invitations where user_id = $1`, [userId])
    expect(JSON.stringify(rows)).not.toContain(token)
    const audit = await runtime.pool.query('select * from audit_log')
    expect(JSON.stringify(audit.rows)).not.toMatch(/inv_|@x\.example/)
  })

  it('is accepted by one of many concurrent requests', async () => {
    const { link } = await invite()
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => accept(tokenOf(link))))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('ends when it expires, is renewed, or the account is banned', async () => {
    const first = await invite()
    await runtime.pool.query(`update invitations set expires_at = now() where user_id = $1`, [first.userId])
    expect(await read(tokenOf(first.link))).toEqual({ state: 'ended' })
    await expect(accept(tokenOf(first.link))).rejects.toMatchObject(ENDED)

    const second = await renewInvitation(as(boss), { userId: first.userId })
    expect(await read(tokenOf(first.link))).toEqual({ state: 'unknown' })
    expect(await read(tokenOf(second.link))).toMatchObject({ state: 'open' })

    await banPerson(as(boss), { userId: first.userId, reason: 'Wrong person' })
    expect(await read(tokenOf(second.link))).toEqual({ state: 'unknown' })
    await expect(accept(tokenOf(second.link))).rejects.toMatchObject(ENDED)
  })

  it('is not created for the e-mail of an existing account, in any case, which stays unchanged', async () => {
    const input = InvitePerson.parse({ email: 'BOSS@x.example', name: 'B', role: 'agent' })
    await expect(invitePerson(as(boss), input)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { errors: [{ path: 'email' }] },
    })
    expect(await readAccount(as(boss), { userId: boss.id })).toMatchObject({ role: 'admin' })
  })

  it('is refused as a whole for an unknown group or a customer in a group', async () => {
    const before = await runtime.pool.query('select count(*) from "user"')
    await expect(invite({ groups: ['gone'] })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    await expect(invite({ role: 'customer', groups: ['risk'] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    expect((await runtime.pool.query('select count(*) from "user"')).rows).toEqual(before.rows)
  })

  it('is created only by callers who still are administrators', async () => {
    const input = { email: 'z@x.example', name: 'Z', role: 'admin', groups: [] } as const
    for (const role of ['agent', 'supervisor', 'customer'] as const) {
      await expect(invitePerson(as(actorAs(role)), { ...input, groups: [] })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    const { id } = await addUser(runtime, { email: 'was@x.example', role: 'agent', password: PASSWORD })
    const wasAdmin = actorAs('admin', { id, principal: `user:${id}` })
    await expect(invitePerson(as(wasAdmin), { ...input, groups: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('is not renewed after it was accepted', async () => {
    const { userId, link } = await invite()
    await accept(tokenOf(link))
    await expect(renewInvitation(as(boss), { userId })).rejects.toMatchObject(ENDED)
  })

  it('does not tell unknown links apart, and stores nothing about them', async () => {
    const before = await runtime.pool.query('select count(*) from rate_limits')
    for (const forged of [`inv_${'A'.repeat(43)}`, `inv_${'B'.repeat(43)}`, 'nonsense']) {
      expect(await read(forged)).toEqual({ state: 'unknown' })
      // More attempts than the limit of one link: unknown links have no counter.
      for (let i = 0; i < 12; i += 1) await expect(accept(forged)).rejects.toMatchObject(ENDED)
    }
    expect((await runtime.pool.query('select count(*) from rate_limits')).rows).toEqual(before.rows)
  })

  it('limits the attempts on one link, because each hashes a password', async () => {
    const token = tokenOf((await invite()).link)
    for (let i = 0; i < RATE_LIMITS.signIn.max; i += 1)
      await getRateLimiter(runtime).hit(`invitation:${hashToken(token)}`, RATE_LIMITS.signIn)
    await expect(accept(token)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    expect(await read(token)).toMatchObject({ state: 'open' })
    expect(await accept(tokenOf((await invite()).link))).toMatchObject({ isSignedIn: true })
  })

  it('succeeds even if the sign-in after it is refused', async () => {
    const { link, userId } = await invite({ email: 'limited@x.example' })
    const wrong = () => signIn(as(null), { email: 'limited@x.example', password: 'wrong-horse-1' })
    const codes: string[] = []
    while (codes.at(-1) !== 'RATE_LIMITED' && codes.length < 100)
      await wrong().catch(({ code }: { code: string }) => codes.push(code))
    expect(await accept(tokenOf(link))).toEqual({ role: 'agent', isSignedIn: false })
    expect(await read(tokenOf(link))).toEqual({ state: 'used' })
    expect(await readAccount(as(boss), { userId })).toMatchObject({ status: 'active' })
  })

  it('requires a password of the usual length', () => {
    expect(AcceptInvitation.safeParse({ token: 't', name: 'N', password: 'short' }).success).toBe(false)
  })

  it('records in the audit who invited and who accepted', async () => {
    const { userId, link } = await invite()
    await accept(tokenOf(link))
    const { items } = await listAudit(as(boss), { about: userId, after: undefined })
    expect(items.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['user.invite.accept', userId],
      ['user.invite', boss.id],
    ])
  })
})
