import { describe, expect, it } from 'vitest'
import { deriveOrderId } from '../platform/derive-case-id'
import { createTrackTokens } from './status-link-token'

const k1 = { id: 'k1', secret: 'the first secret of this test' }
const k2 = { id: 'k2', secret: 'the second secret of this test' }
const orderId = deriveOrderId('user:1', 'key')

describe('a status token', () => {
  const tokens = createTrackTokens([k1])
  const token = tokens.sign(orderId, 'k1')

  it('is deterministic and verifies to its order', () => {
    expect(tokens.sign(orderId, 'k1')).toBe(token)
    expect(tokens.verify(token)).toBe(orderId)
  })

  it('is safe in a URL path and does not contain the order id', () => {
    expect(token).toMatch(/^[\w-]{60,80}$/)
    expect(token).not.toContain(orderId.slice(4, 12))
  })

  it('is refused after any change of one character', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(tokens.verify(token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBeNull()
    }
  })

  it('is refused in a non-canonical spelling, as is malformed input', () => {
    const nonsense = [
      '',
      'x',
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      token.slice(1),
      'A'.repeat(500),
      orderId,
    ]
    for (const text of nonsense) expect(tokens.verify(text), text).toBeNull()
  })

  it('of another order is refused', () => {
    const other = tokens.sign(deriveOrderId('user:2', 'key'), 'k1')
    const [mine, theirs] = [token, other].map((text) => Buffer.from(text, 'base64url'))
    const mixed = Buffer.concat([theirs?.subarray(0, 20) ?? '', mine?.subarray(20) ?? ''] as Buffer[])
    expect(tokens.verify(mixed.toString('base64url'))).toBeNull()
  })
})

describe('key rotation', () => {
  const before = createTrackTokens([k1])
  const after = createTrackTokens([k2, k1])
  const old = before.sign(orderId, before.currentKeyId)

  it('signs a replayed placement with the key of the original', () => {
    expect(after.currentKeyId).toBe('k2')
    expect(after.sign(orderId, 'k1')).toBe(old)
    expect(after.sign(orderId, 'k2')).not.toBe(old)
  })

  it('accepts old links until their key is dropped', () => {
    expect(after.verify(old)).toBe(orderId)
    expect(createTrackTokens([k2]).verify(old)).toBeNull()
  })

  it('refuses a token signed with another secret under the same key id', () => {
    expect(createTrackTokens([{ id: 'k1', secret: 'somebody else made this one' }]).verify(old)).toBeNull()
  })
})
