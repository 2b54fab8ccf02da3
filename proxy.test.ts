import { readFileSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { nameForNext } from './app/_server/platform/http/allowed-methods'
import { readTemplates } from './app/_server/platform/http/route-templates'
import { TEST_ENV } from './app/_server/testing/test-runtime'

let proxy: typeof import('./proxy').proxy
beforeAll(async () => {
  Object.assign(process.env, TEST_ENV)
  proxy = (await import('./proxy')).proxy
})

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init))
const POST = 'POST'

describe('proxy', () => {
  it.each(['https://evil.example', 'null'])('refuses a mutation with the Origin %s', async (origin) => {
    const response = await ask('/inbox', { method: POST, headers: { origin, cookie: 'a=b' } })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' })
  })

  it('refuses a Content-Length over 1 MB', async () => {
    const response = await ask('/inbox', { method: POST, headers: { 'content-length': '1048577' } })
    expect(await response.json()).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
  })

  it('sets X-Forwarded-Host for our own pages, whatever Host a proxy in front sends', async () => {
    const forwarded = async (origin: string) => {
      const headers = { origin, host: 'internal:8080' }
      const response = await ask('/inbox', { method: POST, headers })
      return response.headers.get('x-middleware-request-x-forwarded-host')
    }
    expect(await forwarded('http://localhost:3000')).toBe('localhost:3000')
    expect(await forwarded('https://evil.example')).toBeNull()
  })

  it('accepts our own pages, requests with a token, and reads', async () => {
    const through = await Promise.all([
      ask('/inbox', { method: POST, headers: { origin: 'http://localhost:3000', cookie: 'a=b' } }),
      ask('/api/v1/orders', {
        method: POST,
        headers: { origin: 'https://evil.example', authorization: 'Bearer x' },
      }),
      ask('/inbox', { headers: { origin: 'https://evil.example' } }),
    ])
    expect(through.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('gives each response a policy with its own nonce, which the page gets too', async () => {
    const [one, two] = await Promise.all([ask('/inbox'), ask('/inbox')])
    const policy = one.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
    expect(two.headers.get('content-security-policy')).not.toBe(policy)
  })

  it('gives page and browser the same request id, and ignores a nonce of the client', async () => {
    const response = await ask('/inbox', { headers: { 'x-request-id': 'request-42', 'x-nonce': 'mine' } })
    expect(response.headers.get('x-request-id')).toBe('request-42')
    expect(response.headers.get('x-middleware-request-x-request-id')).toBe('request-42')
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('mine')
  })

  it('passes on no name of a kept form that a client made up', async () => {
    const { headers } = await ask('/order', { headers: { 'x-outdated-post': 'guess' } })
    expect(headers.get('x-middleware-override-headers')?.split(',')).not.toContain('x-outdated-post')
  })

  it('sets the audience of a page, whatever the client sends', async () => {
    const audience = async (path: string) => {
      const response = await ask(path, { headers: { 'x-audience': 'nobody' } })
      return response.headers.get('x-middleware-request-x-audience')
    }
    expect(await audience('/')).toBe('shop')
    expect(await audience('/order')).toBe('shop')
    expect(await audience('/track/x')).toBe('shop')
    expect(await audience('/orders')).toBe('staff')
    expect(await audience('/inbox')).toBe('staff')
  })

  it('answers 503 for a shop page without its data, and 404 for a forged status link', async () => {
    const unavailable = await ask('/order', { headers: { 'sec-fetch-dest': 'document' } })
    expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '30'])
    expect((await ask('/order', { headers: { 'sec-fetch-dest': 'empty' } })).status).toBe(200)
    expect((await ask('/track/forged')).headers.get('x-middleware-rewrite')).toMatch(/\/not-found$/)
  })

  it('forbids storing pages and API responses, but not public files', async () => {
    expect((await ask('/inbox')).headers.get('cache-control')).toBe('no-store')
    expect((await ask('/api/v1/x.png')).headers.get('cache-control')).toBe('no-store')
    expect((await ask('/favicon.svg')).headers.get('cache-control')).toBeNull()
  })

  it('sets the guest cookie once, on shop pages only', async () => {
    const cookie = (await ask('/order')).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^ac_guest=.*HttpOnly; SameSite=lax/)
    const known = { cookie: cookie.split(';')[0] ?? '' }
    expect((await ask('/order', { headers: known })).headers.get('set-cookie')).toBeNull()
    expect(
      (await ask('/order', { headers: { cookie: 'ac_guest=forged.value' } })).headers.get('set-cookie'),
    ).not.toBeNull()
    expect((await ask('/inbox')).headers.get('set-cookie')).toBeNull()
    // The cookie may have expired while the form was open: the next attempt has one.
    expect(
      (await ask('/order', { method: POST, headers: { origin: 'http://localhost:3000' } })).headers.get(
        'set-cookie',
      ),
    ).not.toBeNull()
  })
})

const templates = readTemplates(process.cwd(), null)
const toPath = (template: string) => template.replace(/\[+(?:\.\.\.)?\w+\]+/g, 'x')

describe('methods', () => {
  const OTHERS = ['DELETE', 'PATCH', 'PUT', 'QUERY', nameForNext('TRACE')]
  const CATCH_ALL = '/api/[[...rest]]'
  /** The methods that the file of a route exports, and those that come with them. */
  const readMethods = (template: string) => {
    const source = readFileSync(`app${template}/route.ts`, 'utf8')
    const exported = ['GET', 'POST'].filter((method) => new RegExp(`\\b${method}\\b`).test(source))
    return [...exported, 'OPTIONS', ...(exported.includes('GET') ? ['HEAD'] : [])].sort()
  }
  const methodsOf = (template: string) =>
    template.startsWith('/api/') ? readMethods(template) : ['GET', 'HEAD', 'OPTIONS', 'POST']
  const known = [...templates.filter((template) => template !== CATCH_ALL), '/nothing']

  it.each(known)(
    '%s answers 405 to those that it does not take, and names those that it does',
    async (template) => {
      const allow = methodsOf(template).join(', ')
      for (const method of [
        ...OTHERS,
        ...(allow.includes('POST') ? [] : [POST]),
        ...(allow.includes('GET') ? [] : ['GET']),
      ]) {
        const response = await ask(toPath(template), { method })
        expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow])
        expect(await response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
      }
      const options = await ask(toPath(template), { method: 'OPTIONS' })
      expect([options.status, options.headers.get('allow')]).toEqual([204, allow])
    },
  )

  it('refuses a TRACE of what does not exist in the API, and of files', async () => {
    for (const path of ['/api/nothing', '/api', '/robots.txt'])
      expect((await ask(path, { method: nameForNext('TRACE') })).status).toBe(405)
  })
})

describe('X-Robots-Tag', () => {
  const PRIVATE = 'noindex, nofollow, noarchive'
  const PUBLIC = ['/', '/docs/api', '/order']

  it('names public pages that exist', () => {
    expect(templates).toEqual(expect.arrayContaining(PUBLIC))
  })

  it.each(templates)('%s may be indexed, or says that it must not be', async (template) => {
    const { headers } = await ask(toPath(template))
    expect(headers.get('x-robots-tag')).toBe(PUBLIC.includes(template) ? null : PRIVATE)
  })

  it.each([
    ['an unknown path', '/nothing/here', {}],
    ['a form that repeats an order', '/order?again=token', {}],
    ['a refusal', '/inbox', { method: POST, headers: { origin: 'https://evil.example' } }],
  ])('%s must not be indexed', async (_what, path, init) => {
    expect((await ask(path, init)).headers.get('x-robots-tag')).toBe(PRIVATE)
  })

  it('files may be indexed, and robots.txt keeps no crawler from a page, where it would not see the header', async () => {
    expect((await ask('/favicon.svg')).headers.get('x-robots-tag')).toBeNull()
    const forbidden = readFileSync('public/robots.txt', 'utf8').match(/(?<=^Disallow: ).+$/gm)
    expect(forbidden?.filter((path) => !path.endsWith('/events'))).toEqual([])
  })
})
