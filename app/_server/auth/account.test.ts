import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Runtime } from '../platform/runtime'
import {
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { authenticate } from './authenticate'
import { changePassword } from './change-password'
import type { Context } from './context'
import { listSessions } from './list-sessions'
import { revokeOtherSessions } from './revoke-other-sessions'
import { revokeSession } from './revoke-session'
import { signIn } from './sign-in'

let test: TestRuntime
let runtime: Runtime
const EMAIL = 'ana@x.example'
let password = 'correct-horse-1'
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
})
afterAll(() => test.drop())
beforeEach(() => addUser(runtime, { email: EMAIL, role: 'agent', password }))

/** A browser session of Ana: its cookie and a fresh context. */
const browser = async (
  email = EMAIL,
  secret = password,
): Promise<{ cookie: string; ctx: () => Promise<Context> }> => {
  const signing = createContext(runtime, null, { 'user-agent': 'Test Browser' })
  await signIn(signing, { email, password: secret })
  const cookie = toCookieHeader(signing.http?.reply ?? new Headers())
  const ctx = async () => {
    const { actor } = await authenticate(runtime, new Headers({ cookie }), false)
    return createContext(runtime, actor, { cookie })
  }
  return { cookie, ctx }
}
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await authenticate(runtime, new Headers({ cookie }), false)).actor !== null

describe('sessions', () => {
  it('lists the sessions without their tokens and marks the current one', async () => {
    const [one, two] = [await browser(), await browser()]
    const { items } = await listSessions(await two.ctx())
    expect(items).toHaveLength(2)
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(items[0]).toMatchObject({ userAgent: 'Test Browser', isCurrent: true })
    const token = decodeURIComponent(one.cookie.split('=')[1]?.split('.')[0] ?? '')
    expect(token.length).toBeGreaterThan(10)
    expect(JSON.stringify(items)).not.toContain(token)
  })

  it('revokes one session or all other sessions with immediate effect', async () => {
    const [one, two, three] = [await browser(), await browser(), await browser()]
    const { items } = await listSessions(await one.ctx())
    const mine = items.find(({ isCurrent }) => isCurrent)
    expect(await isSignedIn(one.cookie)).toBe(true)
    await revokeSession(await two.ctx(), { sessionId: mine?.id ?? '' })
    expect(await isSignedIn(one.cookie)).toBe(false)
    expect(await revokeOtherSessions(await two.ctx())).toEqual({ revoked: 1 })
    expect([await isSignedIn(two.cookie), await isSignedIn(three.cookie)]).toEqual([true, false])
  })

  it("does not find another account's session", async () => {
    await addUser(runtime, { email: 'bo@x.example', role: 'admin', password: 'another-horse-1' })
    const [ana, bo] = [await browser(), await browser('bo@x.example', 'another-horse-1')]
    const { items } = await listSessions(await ana.ctx())
    const stolen = revokeSession(await bo.ctx(), { sessionId: items[0]?.id ?? '' })
    await expect(stolen).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await isSignedIn(ana.cookie)).toBe(true)
  })
})

describe('changePassword', () => {
  it('ends every other session, renews the current one, and writes an audit row', async () => {
    const [one, two] = [await browser(), await browser()]
    const ctx = await one.ctx()
    await changePassword(ctx, { currentPassword: password, newPassword: 'battery-staple-2' })
    const renewed = toCookieHeader(ctx.http?.reply ?? new Headers())
    expect([await isSignedIn(one.cookie), await isSignedIn(two.cookie)]).toEqual([false, false])
    expect(await isSignedIn(renewed)).toBe(true)
    await expect(browser()).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    password = 'battery-staple-2'
    const { rows } = await runtime.pool.query(
      `select actor_id from audit_log where action = 'account.password.change'`,
    )
    expect(rows).toEqual([{ actor_id: ctx.actor?.id }])
  })

  it('reports a wrong current password on its field and limits attempts', async () => {
    const one = await browser()
    const guess = async () =>
      changePassword(await one.ctx(), { currentPassword: 'wrong-wrong-1', newPassword: 'battery-staple-3' })
    await expect(guess()).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { errors: [{ path: 'currentPassword' }] },
    })
    for (let i = 0; i < 9; i += 1) await guess().catch(() => {})
    await expect(guess()).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  it('refuses machine accounts and anonymous callers', async () => {
    const input = { currentPassword: password, newPassword: 'battery-staple-3' }
    await expect(changePassword(createContext(runtime, null), input)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    const { actor } = await (await browser()).ctx()
    const byToken = actor && { ...actor, id: 'other', principal: 'token:1' }
    await expect(changePassword(createContext(runtime, byToken), input)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })
})
