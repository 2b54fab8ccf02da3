import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AppError } from '@/temporal/contract/errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { createRuntime, type Runtime } from '../platform/runtime'
import {
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
  toCookieHeader,
} from '../testing/test-runtime'
import { authenticate } from './authenticate'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

let test: TestRuntime
let runtime: Runtime
const PASSWORD = 'correct-horse-1'
beforeAll(async () => {
  test = await createTestRuntime({ TRUSTED_PROXIES: '10.0.0.0/8' })
  runtime = test.runtime
})
afterAll(() => test.drop())

const attempt = async (email: string, password: string, headers: HeadersInit = {}): Promise<string> => {
  try {
    await signIn(createContext(runtime, null, headers), { email, password })
    return 'ok'
  } catch (error) {
    return (error as AppError).code
  }
}

describe('signIn', () => {
  it('sets an HttpOnly session cookie and returns no token', async () => {
    await addUser(runtime, { email: 'ana@x.example', role: 'agent', password: PASSWORD })
    const ctx = createContext(runtime, null)
    const answer = await signIn(ctx, { email: 'ana@x.example', password: PASSWORD })
    expect(answer).toEqual({ name: 'ana', role: 'agent' })
    const lines = ctx.http?.reply.getSetCookie() ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('returns the same error for a wrong password, an unknown account and an account without password', async () => {
    await addUser(runtime, { email: 'machine@x.example', role: 'import' })
    for (const email of ['ana@x.example', 'nobody@x.example', 'machine@x.example', 'not an address']) {
      const failure = await signIn(createContext(runtime, null), { email, password: 'wrong-wrong-1' }).catch(
        (e) => e,
      )
      expect(failure).toMatchObject({ code: 'SIGN_IN_FAILED', details: {} })
    }
  })

  it('refuses even the right password after ten failures, whatever address the client forges', async () => {
    await addUser(runtime, { email: 'brute@x.example', role: 'agent', password: PASSWORD })
    const tries = []
    for (let i = 0; i < 12; i += 1) {
      tries.push(
        await attempt('brute@x.example', `wrong-${i}`, { 'x-forwarded-for': `1.1.1.${i}, 203.0.113.${i}` }),
      )
    }
    expect(tries.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(10)
    expect(await attempt('brute@x.example', PASSWORD)).toBe('RATE_LIMITED')
  })

  it('limits the attempts of one address across accounts', { timeout: 60_000 }, async () => {
    const spoofed = (i: number) => ({ 'x-forwarded-for': `1.1.1.${i}, 198.51.100.9, 10.0.0.1` })
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, i) => attempt(`user${i}@x.example`, 'wrong-wrong-1', spoofed(i))),
    )
    expect(tries.filter((code) => code === 'RATE_LIMITED')).toHaveLength(10)
    // On a busy machine 60 hashes can take longer than a sign-in may, which is no outage of Postgres.
    expect(new Set(tries)).toBeOneOf([
      new Set(['SIGN_IN_FAILED', 'RATE_LIMITED']),
      new Set(['SIGN_IN_FAILED', 'RATE_LIMITED', 'SERVER_BUSY']),
    ])
    expect(databaseBreaker(runtime).isOpen).toBe(false)
    // Waits for the hashes of sign-ins that were given up: hashes run in the order of their calls.
    await hashPassword(PASSWORD)
  })

  it('answers SERVER_BUSY when the hash takes too long, and leaves the circuit breaker closed', async () => {
    const busy = createRuntime(runtime.env)
    const signInEmail = vi.fn(() => new Promise(() => {}))
    busy.shared('auth', () => ({ api: { signInEmail } }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const failure = signIn(createContext(busy, null), { email: 'ana@x.example', password: PASSWORD })
    const refused = expect(failure).rejects.toMatchObject({ code: 'SERVER_BUSY' })
    await vi.waitUntil(() => signInEmail.mock.calls.length > 0)
    await vi.advanceTimersByTimeAsync(5_000)
    await refused
    expect(databaseBreaker(busy).isOpen).toBe(false)
    vi.useRealTimers()
    await busy.close()
  })

  it('answers DATABASE_UNAVAILABLE while Postgres is down', async () => {
    const offline = createRuntime({ ...runtime.env, databaseUrl: 'postgres://postgres@127.0.0.1:1/none' })
    const failure = signIn(createContext(offline, null), { email: 'ana@x.example', password: PASSWORD })
    await expect(failure).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await offline.close()
  })

  it('does not count successful sign-ins', async () => {
    for (let i = 0; i < 12; i += 1) expect(await attempt('ana@x.example', PASSWORD)).toBe('ok')
  })

  it('stores no e-mail address with the rate limits', async () => {
    const { rows } = await runtime.pool.query('select key from rate_limits')
    expect(JSON.stringify(rows)).not.toContain('x.example')
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('signOut', () => {
  it('ends the session and clears its cookies', async () => {
    const ctx = createContext(runtime, null)
    await signIn(ctx, { email: 'ana@x.example', password: PASSWORD })
    const cookie = toCookieHeader(ctx.http?.reply ?? new Headers())
    const { actor } = await authenticate(runtime, new Headers({ cookie }), true)
    const leaving = createContext(runtime, actor, { cookie })
    await signOut(leaving)
    expect(leaving.http?.reply.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/)
    expect((await authenticate(runtime, new Headers({ cookie }), true)).actor).toBeNull()
  })

  it('does nothing for a caller without a session', async () => {
    expect(await signOut(createContext(runtime, null))).toEqual({ signedOut: true })
  })
})
