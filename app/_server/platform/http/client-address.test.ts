import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address'

const from = (header: string, proxies: string[]) =>
  clientAddress(new Headers({ 'x-forwarded-for': header }), proxies)

describe('clientAddress', () => {
  it('ignores the header unless proxies are named', () => {
    expect(from('203.0.113.7', [])).toBeNull()
  })

  it('takes the entry of the nearest proxy, not the one that the client wrote', () => {
    expect(from('1.1.1.1, 203.0.113.7', ['10.0.0.0/8'])).toBe('203.0.113.7')
    expect(from('1.1.1.1, 203.0.113.7, 10.1.2.3', ['10.0.0.0/8'])).toBe('203.0.113.7')
    expect(from('2001:db8::7, fd00::1', ['fd00::/8'])).toBe('2001:db8::7')
  })

  it('gives null when the header holds no address', () => {
    expect(from('203.0.113.7, unknown', ['10.0.0.0/8'])).toBeNull()
    expect(from('10.0.0.1', ['10.0.0.0/8'])).toBeNull()
    expect(clientAddress(new Headers(), ['10.0.0.0/8'])).toBeNull()
  })
})
