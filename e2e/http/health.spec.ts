import { expect, test } from '@playwright/test'
import { call } from '../support/api'

test('health reports that the process is alive', async () => {
  expect((await call('/api/health')).status).toBe(200)
})

test('ready lists each dependency with its state and latency', async () => {
  const { status, body } = await call<unknown>('/api/ready')
  expect(status, JSON.stringify(body)).toBe(200)
  const text = JSON.stringify(body)
  for (const name of [/postgres|database/i, /temporal/i]) expect(text).toMatch(name)
  expect(text).toMatch(/latencyMs/)
})

test('responses have security headers', async () => {
  const { headers } = await call('/api/health')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const page = await call<string>('/sign-in')
  expect(page.headers.get('content-security-policy')).toMatch(/script-src[^;]*'nonce-[^']+'/)
  expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
})

test('an unknown path answers 404 as a page and as an API', async () => {
  expect((await call('/no/such/page')).status).toBe(404)
  expect((await call('/api/v1/no/such/thing')).status).toBe(404)
})
