import { expect, it } from 'vitest'
import { contentSecurityPolicy, createNonce } from './csp'

it('allows scripts and style sheets by nonce alone, and no frames, plugins or foreign forms', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("style-src 'self' 'nonce-abc';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("object-src 'none'")
  expect(policy).not.toContain('unsafe-eval')
})

it('allows development tools to evaluate strings and add styles', () => {
  const policy = contentSecurityPolicy('abc', true)
  expect(policy).toContain("'strict-dynamic' 'unsafe-eval';")
  expect(policy).toContain("style-src 'self' 'unsafe-inline';")
})

it('creates an unpredictable nonce each time', () => {
  expect(Buffer.from(createNonce(), 'base64')).toHaveLength(16)
  expect(createNonce()).not.toBe(createNonce())
})
