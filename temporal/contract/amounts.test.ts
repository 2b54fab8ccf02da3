import { describe, expect, it } from 'vitest'
import { type DecimalFormat, parseFormattedDecimal } from './amounts'

describe('parseFormattedDecimal', () => {
  const german = { decimal: ',', group: '.' } as const
  it.each<[string, number, DecimalFormat | undefined, number | null]>([
    ['29.33', 2, undefined, 2933],
    ['29', 2, undefined, 2900],
    ['29.3', 2, undefined, 2930],
    ['29.330', 2, undefined, 2933],
    ['0.07', 2, undefined, 7],
    ['29.335', 2, undefined, null],
    ['5800', 0, undefined, 5800],
    ['5800.00', 0, undefined, 5800],
    ['5800.5', 0, undefined, null],
    ['1.250', 3, undefined, 1250],
    ['1,234.50', 2, undefined, null],
    ['1,234.50', 2, { group: ',' }, 123_450],
    ['1234.50', 2, { group: ',' }, 123_450],
    ['12,34,567.50', 2, { group: ',' }, 123_456_750],
    ['1,23', 2, { group: ',' }, null],
    ['1,2345', 2, { group: ',' }, null],
    ['1.234,50', 2, german, 123_450],
    ['1234,5', 2, german, 123_450],
    ['1.23', 2, german, null],
    ['1\u202f234,50', 2, { decimal: ',', group: ' ' }, 123_450],
    ['1’234.50', 2, { group: "'" }, 123_450],
    ['-29.33', 2, undefined, null],
    ['-29.33', 2, { isSigned: true }, -2933],
    ['−29.33', 2, { isSigned: true }, -2933],
    ['-0.00', 2, { isSigned: true }, 0],
    ['1e2', 2, undefined, null],
    ['0x10', 2, undefined, null],
    ['.5', 2, undefined, null],
    ['5.', 2, undefined, null],
    ['1.2.3', 2, undefined, null],
    ['', 2, undefined, null],
    ['Infinity', 2, undefined, null],
    ['9999999999999.99', 2, undefined, 999_999_999_999_999],
    ['10000000000000.00', 2, undefined, null],
  ])('reads %j with %i digits and %j as %j', (text, digits, format, amount) => {
    expect(parseFormattedDecimal(text, digits, format)).toBe(amount)
  })
})
