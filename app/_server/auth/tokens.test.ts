import { describe, expect, it } from 'vitest'
import { effectiveRole, generateApiToken, hashToken, isUsable, parseBearer } from './tokens'

describe('tokens', () => {
  it('makes tokens that differ and are kept only as a SHA-256', () => {
    const token = generateApiToken()
    expect(token).toMatch(/^ac_[\w-]{43}$/)
    expect(generateApiToken()).not.toBe(token)
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashToken(token)).not.toContain(token)
  })

  it('reads a token of ours from a Bearer header and nothing else', () => {
    const token = generateApiToken()
    expect(parseBearer(`Bearer ${token}`)).toBe(token)
    expect(parseBearer(`bearer ${token}`)).toBe(token)
    for (const header of [
      token,
      `Basic ${token}`,
      'Bearer ac_short',
      `Bearer ${token}x`,
      `Bearer ${token} x`,
    ]) {
      expect(parseBearer(header)).toBeNull()
    }
  })

  it('ends a token at its expiry and when it is revoked', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const later = new Date('2026-01-01T00:00:01Z')
    expect(isUsable({ expiresAt: null, revokedAt: null }, now)).toBe(true)
    expect(isUsable({ expiresAt: later, revokedAt: null }, now)).toBe(true)
    expect(isUsable({ expiresAt: now, revokedAt: null }, now)).toBe(false)
    expect(isUsable({ expiresAt: later, revokedAt: now }, now)).toBe(false)
  })

  it('never gives a token more than its owner may do', () => {
    expect(effectiveRole('admin', 'agent')).toBe('agent')
    expect(effectiveRole('agent', 'admin')).toBe('agent')
    expect(effectiveRole('import', 'admin')).toBe('import')
    expect(effectiveRole('admin', 'import')).toBe('import')
  })

  it('gives a token for imports nothing once its owner is no administrator', () => {
    for (const owner of ['supervisor', 'agent', 'customer'] as const)
      expect(effectiveRole('import', owner), owner).toBeNull()
  })
})
