import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '@/temporal/contract/errors'
import type { Runtime } from '../platform/runtime'
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
  it('sets an HttpOnly session cookie and gives no token away', async () => {
    await addUser(runtime, { email: 'ana@x.example', role: 'agent', password: PASSWORD })
    const ctx = createContext(runtime, null)
    const answer = await signIn(ctx, { email: 'ana@x.example', password: PASSWORD })
    expect(answer).toEqual({ name: 'ana', role: 'agent' })
    const lines = ctx.http?.reply.getSetCookie() ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('gives one answer to a wrong password, an unknown account and an account without password', async () => {
    await addUser(runtime, { email: 'machine@x.example', role: 'import' })
    for (const email of ['ana@x.example', 'nobody@x.example', 'machine@x.example', 'not an address']) {
      const failure = await signIn(createContext(runtime, null), { email, password: 'wrong-wrong-1' }).catch(
        (e) => e,
      )
      expect(failure).toMatchObject({ code: 'SIGN_IN_FAILED', details: {} })
    }
  })

  it('refuses after ten wrong tries, also the right password, whatever address the client makes up', async () => {
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

  it('counts the tries of one address over many accounts', async () => {
    const spoofed = (i: number) => ({ 'x-forwarded-for': `1.1.1.${i}, 198.51.100.9, 10.0.0.1` })
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, i) => attempt(`user${i}@x.example`, 'wrong-wrong-1', spoofed(i))),
    )
    expect(tries.filter((code) => code === 'RATE_LIMITED')).toHaveLength(10)
  })

  it('does not count a sign-in that succeeds', async () => {
    for (let i = 0; i < 12; i += 1) expect(await attempt('ana@x.example', PASSWORD)).toBe('ok')
  })

  it('keeps no e-mail address in the table of limits', async () => {
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

  it('does nothing to somebody who is not signed in', async () => {
    expect(await signOut(createContext(runtime, null))).toEqual({ signedOut: true })
  })
})
