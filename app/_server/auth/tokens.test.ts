import { describe, expect, it } from 'vitest'
import { effectiveRole, generateApiToken, hashToken, isUsable, parseBearer } from './tokens'

describe('tokens', () => {
  it('generates distinct tokens and hashes them with SHA-256', () => {
    const token = generateApiToken()
    expect(token).toMatch(/^ac_[\w-]{43}$/)
    expect(generateApiToken()).not.toBe(token)
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashToken(token)).not.toContain(token)
  })

  it('parses only API tokens in a Bearer header', () => {
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

  it('treats expired and revoked tokens as unusable', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const later = new Date('2026-01-01T00:00:01Z')
    expect(isUsable({ expiresAt: null, revokedAt: null }, now)).toBe(true)
    expect(isUsable({ expiresAt: later, revokedAt: null }, now)).toBe(true)
    expect(isUsable({ expiresAt: now, revokedAt: null }, now)).toBe(false)
    expect(isUsable({ expiresAt: later, revokedAt: now }, now)).toBe(false)
  })

  it('never gives a token a higher role than its owner', () => {
    expect(effectiveRole('admin', 'agent')).toBe('agent')
    expect(effectiveRole('agent', 'admin')).toBe('agent')
    expect(effectiveRole('import', 'admin')).toBe('import')
    expect(effectiveRole('admin', 'import')).toBe('import')
  })

  it('gives an import token no role once its owner is not an administrator', () => {
    for (const owner of ['supervisor', 'agent', 'customer'] as const)
      expect(effectiveRole('import', owner), owner).toBeNull()
  })
})
