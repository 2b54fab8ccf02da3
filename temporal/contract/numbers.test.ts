import { describe, expect, it } from 'vitest'
import { parseDecimal, parseWholeNumber } from './numbers'

describe('parseWholeNumber', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [' 12 ', 12],
    ['007', 7],
    ['１２', 12],
    ['\u300012\u00a0', 12],
    ['999999999999999', 999_999_999_999_999],
  ])('reads %j', (text, number) => {
    expect(parseWholeNumber(text)).toBe(number)
  })

  it.each([
    ...[
      '',
      ' ',
      '1e2',
      '1E2',
      '0x10',
      '0b1',
      '0o7',
      '+5',
      '-1',
      '−1',
      '1.5',
      '1,5',
      '1.',
      '1_000',
      '1,000',
      '1 000',
    ],
    ...[
      ' 12 abc',
      '12px',
      'abc',
      'NaN',
      'Infinity',
      'null',
      'true',
      '٢',
      '१२',
      '5²',
      '①',
      '½',
      '𝟙',
      '1\u200b2',
    ],
    ...['1234567890123456', '9'.repeat(400), '1\n2', '1\0'],
  ])('refuses %j', (text) => {
    expect(parseWholeNumber(text)).toBeNull()
  })

  it('includes both bounds', () => {
    const read = (text: string) => parseWholeNumber(text, { min: 1, max: 3 })
    expect(['0', '1', '3', '4'].map(read)).toEqual([null, 1, 3, null])
  })
})

describe('parseDecimal', () => {
  it.each<[string, number, number | null]>([
    ['29.33', 2, 2933],
    ['0.07', 2, 7],
    ['2９．３３', 2, 2933],
    ['29.330', 2, 2933],
    ['29.335', 2, null],
    ['1,250', 2, null],
    ['9999999999999.99', 2, 999_999_999_999_999],
    ['10000000000000.00', 2, null],
    ...['', '.5', '5.', '1.2.3', '1e2', '0x10', '-1', '+1', '1_0', 'Infinity', '٢'].map(
      (text): [string, number, null] => [text, 2, null],
    ),
    ['29', 2, 2900],
    ['29.3', 2, 2930],
    ['5800', 0, 5800],
    ['5800.00', 0, 5800],
    ['5800.5', 0, null],
    ['1.250', 3, 1250],
    ['1,234.50', 2, null],
    ['-29.33', 2, null],
  ])('reads %j with %i digits as %j', (text, digits, amount) => {
    expect(parseDecimal(text, digits)).toBe(amount)
  })
})
