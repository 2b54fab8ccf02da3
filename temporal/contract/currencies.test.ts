import { describe, expect, it } from 'vitest'
import { CURRENCIES, isCurrency } from './currencies'
import { minorDigits } from './money'

describe('the list of currencies', () => {
  it('holds each code once, in the numbers of the published list', () => {
    expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length)
    const counts = [0, 2, 3, 4].map(
      (digits) => CURRENCIES.filter((code) => minorDigits(code) === digits).length,
    )
    expect(counts).toEqual([17, 139, 7, 2])
    expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  })

  it.each(['USD', 'EUR', 'JPY', 'KWD', 'CLF', 'UYW', 'CHE', 'XOF', 'XCG', 'XAD', 'ZWG', 'SLE', 'VED'])(
    'has %s',
    (code) => expect(isCurrency(code)).toBe(true),
  )

  it.each([
    ...['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL', 'DEM', 'EEK', 'VEF'],
    ...['XAU', 'XAG', 'XDR', 'XBA', 'XSU', 'XUA', 'XTS', 'XXX'],
    ...['ZZZ', 'usd', 'US', 'USDT', 'BTC', '', ' USD', 'USD ', 'BIF CLP'],
  ])('has no %j', (code) => {
    expect(isCurrency(code)).toBe(false)
  })
})
