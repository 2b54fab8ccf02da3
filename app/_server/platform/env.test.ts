import { describe, expect, it } from 'vitest'
import { TEST_ENV } from '../testing/test-runtime'
import { type EnvError, parseEnv } from './env'

const faultsOf = (change: Record<string, string | undefined>): readonly string[] => {
  try {
    parseEnv({ ...TEST_ENV, ...change })
    return []
  } catch (error) {
    return (error as EnvError).faults
  }
}

describe('parseEnv', () => {
  it('reports every missing variable in its own sentence', () => {
    const faults = faultsOf({ DATABASE_URL: undefined, AUTH_SECRET: '', APP_URL: undefined })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['DATABASE_URL', 'APP_URL', 'AUTH_SECRET'])
  })

  it('refuses a short secret and never quotes it', () => {
    expect(faultsOf({ AUTH_SECRET: 'Sh0rt-Secret' })).toEqual(['AUTH_SECRET is shorter than 32 characters'])
    expect(faultsOf({ TRACK_KEYS: 'k1:Sh0rt-Secret' }).join()).toMatch(/TRACK_KEYS has a secret shorter/)
    expect(faultsOf({ TRACK_KEYS: 'k1:Sh0rt-Secret' }).join()).not.toContain('Sh0rt')
  })

  it.each([
    'change-me-change-me-change-me-change-me',
    'better-auth-secret-12345678901234567890',
    'abababababababababababababababababab',
  ])('refuses the guessable secret %s in production only', (AUTH_SECRET) => {
    expect(faultsOf({ AUTH_SECRET, NODE_ENV: 'production' })).toHaveLength(1)
    expect(faultsOf({ AUTH_SECRET, NODE_ENV: 'development' })).toEqual([])
  })

  it('parses track keys in order and refuses a duplicate id', () => {
    const secret = 'Tz5Wq8Lm2Xc7Vb4Nr9Kd1Hf6Jg3Ps0YaEoU'
    const { trackKeys } = parseEnv({ ...TEST_ENV, TRACK_KEYS: `k2:${secret},k1:${secret}` })
    expect(trackKeys.map(({ id }) => id)).toEqual(['k2', 'k1'])
    expect(faultsOf({ TRACK_KEYS: `k1:${secret},k1:${secret}` })).toEqual(['TRACK_KEYS names a key twice'])
    expect(faultsOf({ TRACK_KEYS: secret })).toHaveLength(1)
  })

  it('keeps the default of every rule that is not set', () => {
    const { rules } = parseEnv({ ...TEST_ENV, APPROVAL_RULES: 'high-value=5000,flagged-product=off' })
    expect(rules).toEqual({
      highValueOverCents: 5000,
      firstOrderOverCents: 7500,
      addressMismatch: true,
      flaggedProduct: false,
    })
    expect(parseEnv({ ...TEST_ENV, APPROVAL_RULES: 'first-order=off' }).rules.firstOrderOverCents).toBeNull()
  })

  it.each(['high-value=lots', 'address-mismatch=1', 'hihg-value=1'])('refuses the rule %s', (rule) => {
    expect(faultsOf({ APPROVAL_RULES: rule })).toHaveLength(1)
  })

  it('parses the action on a deadline', () => {
    const at = (text: string) => parseEnv({ ...TEST_ENV, APPROVAL_ON_DEADLINE: text }).approval.onDeadline
    expect(at('approve')).toEqual({ action: 'approve' })
    expect(at('escalate:finance')).toEqual({ action: 'escalate', group: 'finance' })
    expect(faultsOf({ APPROVAL_ON_DEADLINE: 'escalate' })).toHaveLength(1)
  })

  it('parses the fallback group', () => {
    expect(parseEnv({ ...TEST_ENV }).approval.fallbackGroup).toBeNull()
    const given = { ...TEST_ENV, APPROVAL_FALLBACK_GROUP: 'leads' }
    expect(parseEnv(given).approval.fallbackGroup).toBe('leads')
  })

  it('uses only the origin of APP_URL', () => {
    expect(parseEnv({ ...TEST_ENV, APP_URL: 'https://shop.example/path?x' }).appUrl).toBe(
      'https://shop.example',
    )
  })

  it('refuses trusted proxies that are not addresses', () => {
    expect(faultsOf({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' })).toEqual([])
    expect(faultsOf({ TRUSTED_PROXIES: '10.0.0.0/40' })).toHaveLength(1)
    expect(faultsOf({ TRUSTED_PROXIES: 'loadbalancer' })).toHaveLength(1)
  })
})
