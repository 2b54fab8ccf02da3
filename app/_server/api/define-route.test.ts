import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/temporal/contract/errors'
import { createGuestCookie } from '../auth/guest-cookie'
import { deriveKey } from '../platform/key-derivation'
import { createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import {
  addToken,
  addUser,
  createTestRuntime,
  installRuntime,
  type TestRuntime,
} from '../testing/test-runtime'

let test: TestRuntime
let runtime: Runtime
let define: typeof import('./define-route')
let token: string
let guest: string

beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  define = await import('./define-route')
  await addUser(runtime, { email: 'ana@x.example', role: 'agent' })
  token = (await addToken(runtime, { email: 'ana@x.example' })).token
  guest = `ac_guest=${createGuestCookie(deriveKey(runtime.env.authSecret, 'guest'))}`
})
beforeEach(() => installRuntime(runtime))
afterAll(() => test.drop())

const schema = z.object({ id: z.string().optional(), name: z.string() })
const route = (auth: 'required' | 'optional' = 'required') =>
  define.defineRoute({
    schema,
    auth,
    verb: async (ctx, input) => ({ who: ctx.actor?.principal ?? null, ...input }),
  })

interface Call {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  url?: string
  params?: Record<string, string>
}

const call = async (
  handler: ReturnType<typeof route>,
  { method = 'POST', headers, body, url, params }: Call = {},
) => {
  const request = new Request(url ?? 'http://127.0.0.1:3000/api/v1/things', {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? { name: 'x' }) }),
  })
  const response = await handler(request, { params: Promise.resolve(params ?? {}) })
  const text = await response.text()
  return { response, status: response.status, json: text ? JSON.parse(text) : null }
}
const bearer = () => ({ authorization: `Bearer ${token}` })
const OWN = { origin: 'http://127.0.0.1:3000' }

describe('defineRoute', () => {
  it('merges query, body and params, the later ones winning, and forbids caching the response', async () => {
    const { json, response } = await call(route(), {
      headers: bearer(),
      url: 'http://127.0.0.1:3000/api/v1/things?id=query&name=query',
      body: { name: 'body', id: 'body' },
      params: { id: 'params' },
    })
    expect(json).toMatchObject({ id: 'params', name: 'body' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('requires a caller only where the endpoint does', async () => {
    expect(await call(route())).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED' } })
    expect(await call(route('optional'))).toMatchObject({ status: 200, json: { who: null } })
    expect(await call(route('optional'), { headers: { authorization: 'Bearer wrong' } })).toMatchObject({
      status: 401,
    })
  })

  it.each([
    ['another site', 'https://evil.example'],
    ['a null origin', 'null'],
    ['no origin', undefined],
  ])('refuses a change with a cookie from %s', async (_, origin) => {
    const headers = { cookie: guest, ...(origin === undefined ? {} : { origin }) }
    expect(await call(route(), { headers })).toMatchObject({ status: 403, json: { code: 'FOREIGN_ORIGIN' } })
  })

  it('accepts a mutation with a cookie from our own origin, and one with a token from any origin', async () => {
    expect((await call(route(), { headers: { cookie: guest, ...OWN } })).json.who).toMatch(/^guest:/)
    const foreign = { ...bearer(), cookie: guest, origin: 'https://evil.example' }
    expect((await call(route(), { headers: foreign })).json.who).toMatch(/^token:/)
  })

  it('accepts a read with a cookie from any origin', async () => {
    const url = 'http://127.0.0.1:3000/api/v1/things?name=x'
    const read = { method: 'GET', url, headers: { cookie: guest, origin: 'https://evil.example' } }
    expect(await call(route(), read)).toMatchObject({ status: 200 })
  })

  it('refuses a page that was drawn for somebody else, but no program', async () => {
    const asGuest = (actingAs: string) =>
      call(route(), { headers: { cookie: guest, ...OWN, 'x-acting-as': actingAs } })
    expect(await asGuest('guest')).toMatchObject({ status: 200 })
    expect(await asGuest('ana')).toMatchObject({ status: 401, json: { code: 'SESSION_ENDED' } })
    const asProgram = { ...bearer(), 'x-acting-as': 'somebody' }
    expect(await call(route(), { headers: asProgram })).toMatchObject({ status: 200 })
  })

  it('names the invalid field', async () => {
    const { status, json } = await call(route(), { headers: bearer(), body: { name: 7 } })
    expect(status).toBe(422)
    expect(json).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'name' }] })
  })

  it("responds with the caller's request id where it is valid, else with its own", async () => {
    const id = (value: string) => call(route(), { headers: { ...bearer(), 'x-request-id': value } })
    expect((await id('request-42')).response.headers.get('x-request-id')).toBe('request-42')
    const { response } = await id('<script>alert(1)</script>')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect((await call(route(), { headers: { 'x-request-id': 'request-43' } })).json.requestId).toBe(
      'request-43',
    )
  })

  it('maps expected errors to problems and hides unexpected ones', async () => {
    const failing = (error: Error) =>
      define.defineRoute({
        schema,
        auth: 'optional',
        verb: async (): Promise<string> => {
          throw error
        },
      })
    const refused = await call(
      failing(new AppError('ALREADY_DECIDED', undefined, { decision: { by: 'Bo' } })),
    )
    expect(refused).toMatchObject({ status: 409, json: { decision: { by: 'Bo' } } })
    const broken = await call(failing(new Error('secret detail')))
    expect(broken).toMatchObject({ status: 500, json: { code: 'INTERNAL' } })
    expect(JSON.stringify(broken.json)).not.toContain('secret detail')
    const away = await call(failing(new AppError('TEMPORAL_UNAVAILABLE')))
    expect(away.response.headers.get('retry-after')).toBe('2')
  })

  it('takes status, headers and body from the output', async () => {
    const made = define.defineRoute({
      schema,
      auth: 'optional',
      verb: async () => ({ isReplay: true, id: 'x' }),
      status: ({ isReplay }) => (isReplay ? 200 : 201),
      headers: ({ isReplay }): HeadersInit => (isReplay ? { 'Idempotent-Replayed': 'true' } : {}),
      answer: ({ id }) => ({ id }),
    })
    const { status, json, response } = await call(made)
    expect({ status, json }).toEqual({ status: 200, json: { id: 'x' } })
    expect(response.headers.get('idempotent-replayed')).toBe('true')
    const quiet = define.defineRoute({ schema, auth: 'optional', verb: async () => undefined })
    expect((await call(quiet)).status).toBe(204)
  })

  it('limits mutations by principal, but neither reads nor imports', async () => {
    const headers = {
      cookie: `ac_guest=${createGuestCookie(deriveKey(runtime.env.authSecret, 'guest'))}`,
      ...OWN,
    }
    const statuses = await Promise.all(
      Array.from({ length: 620 }, () => call(route(), { headers }).then((r) => r.status)),
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20)
    expect(await call(route(), { headers: { cookie: guest, ...OWN } })).toMatchObject({ status: 200 })
    const url = 'http://127.0.0.1:3000/api/v1/things?name=x'
    expect(await call(route(), { method: 'GET', url, headers })).toMatchObject({ status: 200 })
  })

  it('answers a request that joined the load of a request whose client has left', async () => {
    const cache = createCache<string>(databaseBreaker(runtime), {
      freshMs: 1_000,
      loadTimeoutMs: 2_000,
      maxEntries: 1,
    })
    let finish = (_: string): void => {}
    const load = vi.fn(
      () =>
        new Promise<string>((resolve) => {
          finish = resolve
        }),
    )
    const verb = vi.fn(() => cache.get('k', load))
    const handler = define.defineRoute({ schema, auth: 'optional', verb })
    const url = 'http://127.0.0.1:3000/api/v1/things?name=x'
    const context = { params: Promise.resolve({}) }
    const leaving = new AbortController()
    const left = handler(new Request(url, { signal: leaving.signal }), context)
    await vi.waitUntil(() => load.mock.calls.length > 0)
    const joined = handler(new Request(url), context)
    await vi.waitUntil(() => verb.mock.calls.length > 1)
    leaving.abort()
    finish('loaded')
    expect(await (await joined).json()).toBe('loaded')
    expect(load).toHaveBeenCalledOnce()
    await left
  })

  it('refuses requests while the process is draining, and closes the connection', async () => {
    const stopping = { ...runtime, drain: { ...runtime.drain, isDraining: true } } as Runtime
    installRuntime(stopping)
    const { status, response, json } = await call(route(), { headers: bearer() })
    expect({ status, code: json.code }).toEqual({ status: 503, code: 'DRAINING' })
    expect(response.headers.get('retry-after')).toBe('2')
    expect(response.headers.get('connection')).toBe('close')
  })
})
