import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateTokenRevoked } from '@/db/queries/auth/api-tokens'
import { COMMANDS } from '@/ops/user/commands'
import { deriveKey } from '../platform/key-derivation'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { createRuntime, type Runtime } from '../platform/runtime'
import {
  addToken,
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { authenticate } from './authenticate'
import { createGuestCookie } from './guest-cookie'
import { listSessions } from './list-sessions'
import { getActorCache } from './load-actor'
import { signIn } from './sign-in'

let test: TestRuntime
let runtime: Runtime
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  await runtime.pool.query(`insert into groups (id, name) values ('risk', 'Risk'), ('finance', 'Finance')`)
})
afterAll(() => test.drop())

const identify = async (headers: HeadersInit) =>
  (await authenticate(runtime, new Headers(headers), true)).actor
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const signedIn = async (email: string, password: string): Promise<string> => {
  const ctx = createContext(runtime, null)
  await signIn(ctx, { email, password })
  return toCookieHeader(ctx.http?.reply ?? new Headers())
}
const PASSWORD = 'correct-horse-1'

describe('authenticate', () => {
  it('identifies a token by its hash, with the groups of its owner', async () => {
    const { id } = await addUser(runtime, { email: 'tok@x.example', role: 'agent', group: ['risk'] })
    const { token, id: tokenId } = await addToken(runtime, { email: 'tok@x.example' })
    expect(await identify(bearer(token))).toEqual({
      principal: `token:${tokenId}`,
      id,
      name: 'tok',
      role: 'agent',
      groups: ['risk'],
      timeZone: null,
    })
  })

  it('refuses a token that is unknown, expired or revoked, and does not fall back to the cookie', async () => {
    await addUser(runtime, { email: 'rev@x.example', role: 'agent', password: PASSWORD })
    const cookie = await signedIn('rev@x.example', PASSWORD)
    const { token, id } = await addToken(runtime, { email: 'rev@x.example' })
    await updateTokenRevoked(runtime.db, id)
    const expired = await addToken(runtime, { email: 'rev@x.example', days: '1' })
    await runtime.pool.query(`update api_tokens set expires_at = now() where id = $1`, [expired.id])
    for (const bad of [token, expired.token, `ac_${'A'.repeat(43)}`, 'nonsense']) {
      await expect(identify({ ...bearer(bad), cookie })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    await expect(identify({ authorization: 'Basic eDp5', cookie })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('refuses a token the moment it expires, although it is cached', async () => {
    await addUser(runtime, { email: 'exp@x.example', role: 'agent' })
    const { token, id } = await addToken(runtime, { email: 'exp@x.example' })
    await runtime.pool.query(
      `update api_tokens set expires_at = now() + interval '300 milliseconds' where id = $1`,
      [id],
    )
    expect(await identify(bearer(token))).not.toBeNull()
    await expect.poll(() => identify(bearer(token)).catch((error) => error.code)).toBe('UNAUTHENTICATED')
  })

  it('gives a token no more rights than its owner has now', async () => {
    await addUser(runtime, { email: 'dem@x.example', role: 'admin' })
    const { token } = await addToken(runtime, { email: 'dem@x.example' })
    const { id } = await addUser(runtime, { email: 'dem@x.example', role: 'agent' })
    getActorCache(runtime).invalidate(id)
    expect((await identify(bearer(token)))?.role).toBe('agent')
  })

  it('identifies a session, and nobody by a forged cookie', async () => {
    const { id } = await addUser(runtime, { email: 'ses@x.example', role: 'supervisor', password: PASSWORD })
    const cookie = await signedIn('ses@x.example', PASSWORD)
    expect(await identify({ cookie })).toMatchObject({ principal: `user:${id}`, role: 'supervisor' })
    expect(await identify({ cookie: cookie.replace('session_token=', 'session_token=x') })).toBeNull()
  })

  it('refuses a banned person by session, token and sign-in', async () => {
    const email = 'ban@x.example'
    const { id } = await addUser(runtime, { email, role: 'agent', password: PASSWORD })
    const cookie = await signedIn(email, PASSWORD)
    const { token } = await addToken(runtime, { email })
    await COMMANDS.ban(runtime.db, { email })
    getActorCache(runtime).invalidate(id)
    expect(await identify({ cookie })).toBeNull()
    await expect(identify(bearer(token))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(signedIn(email, PASSWORD)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await COMMANDS.unban(runtime.db, { email })
    expect(await identify({ cookie: await signedIn(email, PASSWORD) })).toMatchObject({ id })
  })

  it('applies a change of groups at once in the process that made it', async () => {
    const email = 'grp@x.example'
    const { id } = await addUser(runtime, { email, role: 'agent' })
    const { token } = await addToken(runtime, { email })
    expect((await identify(bearer(token)))?.groups).toEqual([])
    await addUser(runtime, { email, role: 'agent', group: ['finance', 'risk'] })
    expect((await identify(bearer(token)))?.groups).toEqual([])
    getActorCache(runtime).invalidate(id)
    expect((await identify(bearer(token)))?.groups).toEqual(['finance', 'risk'])
  })

  it('identifies a guest by the signed cookie, and prefers a session', async () => {
    const value = createGuestCookie(deriveKey(runtime.env.authSecret, 'guest'))
    const guest = { principal: `guest:${value.split('.')[0]}`, role: 'customer', name: 'Guest' }
    expect(await identify({ cookie: `ac_guest=${value}` })).toMatchObject(guest)
    expect(await identify({ cookie: `ac_guest=${value}x` })).toBeNull()
    const session = await signedIn('ses@x.example', PASSWORD)
    expect(await identify({ cookie: `ac_guest=${value}; ${session}` })).toMatchObject({ role: 'supervisor' })
  })

  it('refuses a session of a machine account', async () => {
    const { id } = await addUser(runtime, { email: 'flip@x.example', role: 'agent', password: PASSWORD })
    const cookie = await signedIn('flip@x.example', PASSWORD)
    await runtime.pool.query(`update "user" set role = 'import' where id = $1`, [id])
    getActorCache(runtime).invalidate(id)
    expect(await identify({ cookie })).toBeNull()
  })
})

describe('while Postgres is down', () => {
  const NOWHERE = 'postgres://postgres@127.0.0.1:1/none'

  it('a process that has just started identifies a person by the signed cookie, without groups', async () => {
    await addUser(runtime, { email: 'away@x.example', role: 'agent', group: ['risk'], password: PASSWORD })
    const cookie = await signedIn('away@x.example', PASSWORD)
    const offline = createRuntime({ ...runtime.env, databaseUrl: NOWHERE })
    const { actor } = await authenticate(offline, new Headers({ cookie }), true)
    expect(actor).toMatchObject({ role: 'agent', groups: [] })
    await offline.close()
  })

  it('answers DATABASE_UNAVAILABLE instead of refusing a valid token or session', async () => {
    const cookie = (await signedIn('away@x.example', PASSWORD)).split('; ')[0] ?? ''
    const { token } = await addToken(runtime, { email: 'away@x.example' })
    const offline = createRuntime({ ...runtime.env, databaseUrl: NOWHERE })
    for (const headers of [{ cookie }, bearer(token)]) {
      const failure = await authenticate(offline, new Headers(headers), true).catch((error: unknown) => error)
      const { toProblem } = await import('../platform/http/problem')
      expect(toProblem(failure, 'request-1').code).toBe('DATABASE_UNAVAILABLE')
    }
    await offline.close()
  })

  it('fails fast although visitors send forged session cookies, which need no query', async () => {
    // Accepts connections and never answers, as a stopped Postgres does.
    const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const hanging = createRuntime({ ...runtime.env, databaseUrl: `postgres://a:b@127.0.0.1:${port}/none` })
    const breaker = databaseBreaker(hanging)
    const query = () => breaker.execute(() => hanging.db.execute(sql`select 1`), 100)
    const forge = (value: string) =>
      authenticate(hanging, new Headers({ cookie: `action-center.session_token=${value}` }), true)

    const slow = query()
    expect(await forge('forged.signature')).toMatchObject({ actor: null })
    await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(breaker.isOpen).toBe(true)
    for (const value of ['forged', '.', 'forged.', `forged.${'A'.repeat(43)}=`]) await forge(value)
    expect(breaker.isOpen).toBe(true)
    server.close()
    void hanging.close()
  })

  it('takes a refusal that needs no query for no answer', async () => {
    const offline = createRuntime({ ...runtime.env, databaseUrl: NOWHERE })
    const breaker = databaseBreaker(offline)
    await breaker.execute(() => offline.db.execute(sql`select 1`), 1_000).catch(() => {})
    const ctx = createContext(offline, null)
    await expect(breaker.probe(() => listSessions(ctx), 1_000)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(breaker.isOpen).toBe(true)
    await offline.close()
  })
})
