import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { TEST_ENV } from './app/_server/test-support'

let proxy: typeof import('./proxy').proxy
beforeAll(async () => {
  Object.assign(process.env, TEST_ENV)
  proxy = (await import('./proxy')).proxy
})

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init))
const POST = 'POST'

describe('proxy', () => {
  it.each(['https://evil.example', 'null'])('refuses a change that %s asked for', async (origin) => {
    const response = ask('/inbox', { method: POST, headers: { origin, cookie: 'a=b' } })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' })
  })

  it('refuses a body that says it is over 1 MB', async () => {
    const response = ask('/inbox', { method: POST, headers: { 'content-length': '1048577' } })
    expect(await response.json()).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
  })

  it('vouches for our own pages to Next, whatever Host a proxy in front sends', () => {
    const forwarded = (origin: string) =>
      ask('/inbox', { method: POST, headers: { origin, host: 'internal:8080' } }).headers.get(
        'x-middleware-request-x-forwarded-host',
      )
    expect(forwarded('http://localhost:3000')).toBe('localhost:3000')
    expect(forwarded('https://evil.example')).toBeNull()
  })

  it('lets our own pages, machines and readers through', () => {
    const through = [
      ask('/inbox', { method: POST, headers: { origin: 'http://localhost:3000', cookie: 'a=b' } }),
      ask('/api/v1/orders', {
        method: POST,
        headers: { origin: 'https://evil.example', authorization: 'Bearer x' },
      }),
      ask('/inbox', { headers: { origin: 'https://evil.example' } }),
    ]
    expect(through.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('gives each answer a policy with a nonce of its own, which the page is told', () => {
    const [one, two] = [ask('/inbox'), ask('/inbox')]
    const policy = one.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
    expect(two.headers.get('content-security-policy')).not.toBe(policy)
  })

  it('tells the page the same request id as the browser, and believes no nonce from outside', () => {
    const response = ask('/inbox', { headers: { 'x-request-id': 'request-42', 'x-nonce': 'mine' } })
    expect(response.headers.get('x-request-id')).toBe('request-42')
    expect(response.headers.get('x-middleware-request-x-request-id')).toBe('request-42')
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('mine')
  })

  it('forbids storing pages and answers, but not public files', () => {
    expect(ask('/inbox').headers.get('cache-control')).toBe('no-store')
    expect(ask('/api/v1/x.png').headers.get('cache-control')).toBe('no-store')
    expect(ask('/favicon.svg').headers.get('cache-control')).toBeNull()
  })

  it('names a guest on a shop page once, and nowhere else', () => {
    const cookie = ask('/order').headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^ac_guest=.*HttpOnly; SameSite=lax/)
    const known = { cookie: cookie.split(';')[0] ?? '' }
    expect(ask('/order', { headers: known }).headers.get('set-cookie')).toBeNull()
    expect(
      ask('/order', { headers: { cookie: 'ac_guest=forged.value' } }).headers.get('set-cookie'),
    ).not.toBeNull()
    expect(ask('/inbox').headers.get('set-cookie')).toBeNull()
    expect(
      ask('/order', { method: POST, headers: { origin: 'http://localhost:3000' } }).headers.get('set-cookie'),
    ).toBeNull()
  })
})
