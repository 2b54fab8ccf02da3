import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCents, parseDate, parseQuantity } from './parse-values'

describe('parseCents', () => {
  it('is exact for every amount of cents', () => {
    fc.assert(
      fc.property(fc.nat(), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        return parseCents(text) === cents
      }),
    )
  })

  it.each([
    ['29.33', 2933],
    ['0.00', 0],
    ['7', 700],
    ['7.5', 750],
    ['1286.01', 128601],
  ])('reads %s as %d cents', (text, cents) => {
    expect(parseCents(text)).toBe(cents)
  })

  it.each(['', '-1.00', '+1.00', '1,299.00', '29.333', '1e3', 'NaN', '.50', '1.', '99999999999999999.00'])(
    'refuses %j',
    (text) => {
      expect(parseCents(text)).toBeNull()
    },
  )
})

describe('parseQuantity', () => {
  it.each(['1', '02', '999'])('takes %s', (text) => {
    expect(parseQuantity(text)).toBe(Number(text))
  })

  it.each(['0', '1000', '-1', '1.5', '', 'two', '1e2'])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })
})

describe('parseDate', () => {
  it.each([
    ['19970101', 'YYYYMMDD'],
    ['1997-01-01', 'YYYY-MM-DD'],
    ['01.01.1997', 'DD.MM.YYYY'],
    ['01/01/1997', 'MM/DD/YYYY'],
  ] as const)('reads %s written as %s', (text, format) => {
    expect(parseDate(text, format)).toBe('1997-01-01')
  })

  it.each(['19970230', '19971301', '1997011', 'yesterday', '', '19970100'])(
    'refuses %j, which is no day',
    (text) => {
      expect(parseDate(text, 'YYYYMMDD')).toBeNull()
    },
  )
})
