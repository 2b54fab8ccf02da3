import { describe, expect, it } from 'vitest'
import { deriveKey } from '../platform/key-derivation'
import {
  createGuestCookie,
  guestCookieName,
  guestCookieOptions,
  isGuestPage,
  readGuestCookie,
} from './guest-cookie'

const KEY = deriveKey('a secret of the test', 'guest')

describe('guest cookies', () => {
  it('reads the guest id from a cookie that it created', () => {
    const value = createGuestCookie(KEY)
    expect(readGuestCookie(KEY, value)).toBe(value.split('.')[0])
    expect(createGuestCookie(KEY)).not.toBe(value)
  })

  it('refuses a cookie that was changed, truncated, or signed with another key or for another purpose', () => {
    const value = createGuestCookie(KEY)
    const [id, mac] = value.split('.')
    const other = createGuestCookie(KEY).split('.')[0]
    for (const bad of [undefined, '', id, `${other}.${mac}`, value.slice(0, -1), `${value}x`]) {
      expect(readGuestCookie(KEY, bad)).toBeNull()
    }
    expect(readGuestCookie(deriveKey('another secret', 'guest'), value)).toBeNull()
    expect(readGuestCookie(deriveKey('a secret of the test', 'cursor'), value)).toBeNull()
  })

  it('is HttpOnly and SameSite, and Secure with TLS', () => {
    expect(guestCookieOptions(true)).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    })
    expect(guestCookieName(true)).toMatch(/^__Host-/)
    expect(guestCookieName(false)).not.toMatch(/^__/)
  })

  it('is set on shop pages only', () => {
    expect(['/', '/order', '/order/new'].every(isGuestPage)).toBe(true)
    expect(['/orders', '/inbox', '/api/v1/orders', '/track/x'].some(isGuestPage)).toBe(false)
  })
})
