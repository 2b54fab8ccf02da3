import { describe, expect, it } from 'vitest'
import { createGuest, guestCookieName, guestCookieOptions, isGuestPage, readGuest } from './guest'
import { subkey } from './secrets'

const KEY = subkey('a secret of the test', 'guest')

describe('guest cookies', () => {
  it('reads back the guest that it made', () => {
    const value = createGuest(KEY)
    expect(readGuest(KEY, value)).toBe(value.split('.')[0])
    expect(createGuest(KEY)).not.toBe(value)
  })

  it('refuses a cookie that was changed, cut, or signed with another key or for another purpose', () => {
    const value = createGuest(KEY)
    const [id, mac] = value.split('.')
    const other = createGuest(KEY).split('.')[0]
    for (const bad of [undefined, '', id, `${other}.${mac}`, value.slice(0, -1), `${value}x`]) {
      expect(readGuest(KEY, bad)).toBeNull()
    }
    expect(readGuest(subkey('another secret', 'guest'), value)).toBeNull()
    expect(readGuest(subkey('a secret of the test', 'cursor'), value)).toBeNull()
  })

  it('is out of reach of scripts and other sites, and of plain HTTP behind TLS', () => {
    expect(guestCookieOptions(true)).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    })
    expect(guestCookieName(true)).toMatch(/^__Host-/)
    expect(guestCookieName(false)).not.toMatch(/^__/)
  })

  it('is handed out by shop pages only', () => {
    expect(['/', '/order', '/order/new'].every(isGuestPage)).toBe(true)
    expect(['/orders', '/inbox', '/api/v1/orders', '/track/x'].some(isGuestPage)).toBe(false)
  })
})
