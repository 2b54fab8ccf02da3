import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorDigits } from '../../../temporal/contract/money'
import { cleanCell } from './cell'
import { isSwapped, readDate } from './date'
import { isDateFormat } from './date-format'
import { NUMBER_FORMATS, type NumberFormat, parseDecimal, rescale } from './decimal'
import { spellingBefore } from './decoded-twice'
import { formatMinor, parseAmount } from './money'
import { isShortPostalCode, padPostalCode } from './postal-code'
import { isMasked, isShortenedNumber } from './unreadable'

const minor = (
  text: string,
  numbers: NumberFormat,
  currency = 'USD',
  amounts: 'unit' | 'smallest unit' = 'unit',
) => {
  const amount = parseAmount(text, { numbers, amounts, currency })
  return typeof amount === 'string' ? amount : Number(rescale(amount, minorDigits(currency), false))
}

describe('amounts', () => {
  it.each<[string, NumberFormat, string, number]>([
    ['29.33', '1234.56', 'USD', 2_933],
    ['.5', '1234.56', 'USD', 50],
    ['12', '1234.56', 'USD', 1_200],
    ['1,299.00', '1,234.56', 'USD', 129_900],
    ['$1,323.00', '1,234.56', 'USD', 132_300],
    ['1299,00 €', '1234,56', 'EUR', 129_900],
    ['1.299,00', '1.234,56', 'EUR', 129_900],
    ['1 299,00', '1 234,56', 'EUR', 129_900],
    ['1\u202f299,00', '1 234,56', 'EUR', 129_900],
    ["1'299.00", "1'234.56", 'CHF', 129_900],
    ['1,800', '1,234.56', 'JPY', 1_800],
    ['９８０', '1,234.56', 'JPY', 980],
    ['￥1,800', '1,234.56', 'JPY', 1_800],
    ['1.250', '1234.56', 'KWD', 1_250],
    ['٣٦٫٠٠'.replace('٫', '.'), '1234.56', 'USD', 3_600],
    ['USD 12.00', '1234.56', 'USD', 1_200],
    ['(18.10)', '1234.56', 'USD', -1_810],
    ['-12.00', '1234.56', 'USD', -1_200],
    ['12.00-', '1234.56', 'USD', -1_200],
    ['12.3000', '1234.56', 'USD', 1_230],
  ])('%s written as %s in %s', (text, numbers, currency, expected) => {
    expect(minor(text, numbers, currency)).toBe(expected)
  })

  it('may be written in the smallest unit', () => {
    expect(minor('1200', '1234.56', 'USD', 'smallest unit')).toBe(1_200)
    expect(minor('1200', '1234.56', 'JPY', 'smallest unit')).toBe(1_200)
  })

  it.each<[string, NumberFormat]>([
    ['1,299.00', '1234.56'],
    ['1,29.00', '1,234.56'],
    ['12,99', '1,234.56'],
    ['12.99', '1.234,56'],
    ['1.23E+11', '1234.56'],
    ['1e2', '1234.56'],
    ['0x10', '1234.56'],
    ['', '1234.56'],
    ['--1', '1234.56'],
    ['twelve', '1234.56'],
  ])('%j is none, written as %s', (text, numbers) => {
    expect(minor(text, numbers)).toMatch(/is not an amount/)
  })

  it('in another currency are refused', () => {
    expect(minor('€12.00', '1234.56')).toBe('is not in USD')
    expect(minor('12.00 EUR', '1234.56')).toBe('is not in USD')
  })

  it('with a part of the smallest unit are refused, or rounded half up', () => {
    const amount = parseDecimal('0.395', '1234.56')
    expect(amount && rescale(amount, 2, false)).toBeNull()
    expect(amount && rescale(amount, 2, true)).toBe(40n)
  })

  it('are exact in every format', () => {
    const write = (cents: number, format: NumberFormat) => {
      const point = format.at(-3) ?? '.'
      const group = format.length === 8 ? (format[1] ?? '') : ''
      const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group)
      return `${whole}${point}${String(cents % 100).padStart(2, '0')}`
    }
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(...NUMBER_FORMATS), (cents, format) => {
        expect(minor(write(cents, format), format, 'AUD')).toBe(cents)
      }),
    )
  })

  it('are written for people with the digits of their currency', () => {
    expect([formatMinor(5_000, 'JPY'), formatMinor(-1_234_567, 'USD'), formatMinor(5, 'KWD')]).toEqual([
      '5,000 JPY',
      '-12,345.67 USD',
      '0.005 KWD',
    ])
  })
})

describe('dates', () => {
  it.each([
    ['2026-03-01', 'YYYY-MM-DD', '', '2026-03-01', null],
    ['19970101', 'YYYYMMDD', '', '1997-01-01', null],
    ['03.01.2026 14:05', 'DD.MM.YYYY HH:mm', 'Europe/Berlin', '2026-01-03', '2026-01-03T13:05:00Z'],
    ['2026-03-01 23:59:59 -0500', 'YYYY-MM-DD HH:mm:ss Z', '', '2026-03-01', '2026-03-02T04:59:59Z'],
    ['2026-09-07T23:59:59-07:00', 'YYYY-MM-DDTHH:mm:ssZ', '', '2026-09-07', '2026-09-08T06:59:59Z'],
    ['2026-09-07T23:59:59.123Z', 'YYYY-MM-DDTHH:mm:ssZ', '', '2026-09-07', '2026-09-07T23:59:59Z'],
    ['12/31/2026 23:59', 'M/D/YYYY H:mm', '', '2026-12-31', null],
    ['Sep-07-26', 'MMM-DD-YY', '', '2026-09-07', null],
    ['Dec 9, 2026 12:05:00 AM', 'MMM D, YYYY h:mm:ss A', 'UTC', '2026-12-09', '2026-12-09T00:05:00Z'],
    ['Dec 9, 2026 12:05:00 PM', 'MMM D, YYYY h:mm:ss A', 'UTC', '2026-12-09', '2026-12-09T12:05:00Z'],
    ['3. März 2026', 'D. MMM YYYY', '', '2026-03-03', null],
    ['2026年5月3日 12:34', 'YYYY年M月D日 H:mm', 'Asia/Tokyo', '2026-05-03', '2026-05-03T03:34:00Z'],
    ['03/08/2026 02:30:00', 'MM/DD/YYYY HH:mm:ss', '-08:00', '2026-03-08', '2026-03-08T10:30:00Z'],
  ])('%s as %s in %j', (text, format, zone, day, instant) => {
    expect(readDate(text, [format], zone)).toMatchObject({ day, instant })
  })

  it.each([
    ['2026-02-30', 'YYYY-MM-DD', ''],
    ['13/04/2026', 'MM/DD/YYYY', ''],
    ['2026-03-01 25:00', 'YYYY-MM-DD HH:mm', ''],
    ['Dec 9, 2026 13:05:00 PM', 'MMM D, YYYY h:mm:ss A', ''],
    ['1.3.2026', 'DD.MM.YYYY', ''],
    ['', 'YYYY-MM-DD', ''],
  ])('%j is none as %s', (text, format, zone) => {
    expect(readDate(text, [format], zone)).toMatch(/is not a day written as/)
  })

  it('in a zone that nobody knows are refused in words', () => {
    expect(readDate('2026-03-01 10:00', ['YYYY-MM-DD HH:mm'], 'PST')).toMatch(/time zone "PST" is unknown/)
  })

  it('that a change of clocks skips are read an hour later, and told', () => {
    expect(readDate('2026-03-29 02:30', ['YYYY-MM-DD HH:mm'], 'Europe/Berlin')).toMatchObject({
      instant: '2026-03-29T01:30:00Z',
      note: expect.stringContaining('does not exist in Europe/Berlin'),
    })
  })

  it('are swapped where only the other order makes a day', () => {
    expect(isSwapped('13/04/2026', ['MM/DD/YYYY'])).toBe(true)
    expect(isSwapped('04/13/2026', ['DD/MM/YYYY'])).toBe(true)
    expect(isSwapped('03/04/2026', ['MM/DD/YYYY'])).toBe(false)
    expect(isSwapped('99/99/2026', ['MM/DD/YYYY'])).toBe(false)
  })

  it('have formats with a year, a month and a day', () => {
    expect(['YYYY-MM-DD', 'D MMM YY', 'YYYY', 'HH:mm', 'YYYY YYYY-MM-DD'].map(isDateFormat)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('cells', () => {
  it.each<[string, 'code' | 'text', string]>([
    ['="02138"', 'code', '02138'],
    ["'LS1 4AP", 'code', 'LS1 4AP'],
    ["'02138", 'text', '02138'],
    ["'=1+1", 'text', '=1+1'],
    ["'s-Hertogenbosch", 'text', "'s-Hertogenbosch"],
    ['90071992547409921\t', 'code', '90071992547409921'],
    ['\u3000一\u00a0', 'text', '一'],
    ['a\r\nb', 'text', 'a b'],
    ['Mu\u0308ller', 'text', 'Müller'],
  ])('%j as %s is %j', (cell, kind, expected) => {
    expect(cleanCell(cell, kind, false)).toBe(expected)
  })

  it('with entities are decoded once, where the mapping says so', () => {
    expect(cleanCell('A &quot;b&quot; &amp;amp; &#039;c', 'text', true)).toBe('A "b" &amp; \'c')
    expect(cleanCell('&amp;', 'text', false)).toBe('&amp;')
  })

  it('that were decoded twice are recognised', () => {
    expect(spellingBefore('SÃ¸ren MÃ¼ller')).toBe('Søren Müller')
    expect(spellingBefore('Lâ€™Ã‰glise')).toBe('L’Église')
    for (const text of ['Søren Müller', 'Ana', '髙橋', 'Ã', 'Conceição'])
      expect(spellingBefore(text), text).toBeNull()
  })

  it('that were masked or shortened are recognised', () => {
    expect(['J**** S*****', '*** ***** St', 'A*', 'Ana'].map(isMasked)).toEqual([true, true, false, false])
    expect(['5.76461E+17', '1,2E+11', '576461', '2E12', 'E+1'].map(isShortenedNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

it('postal codes get their zeros back by country, where the mapping says so', () => {
  const pad = { from: '{zip}', pad: { US: 5 } }
  expect(padPostalCode('907', 'US', pad)).toBe('00907')
  expect(padPostalCode('907', 'DE', pad)).toBe('907')
  expect(padPostalCode('02138-1234', 'US', pad)).toBe('02138-1234')
  expect(padPostalCode('907', 'US', '{zip}')).toBe('907')
  expect([
    isShortPostalCode('907', 'US'),
    isShortPostalCode('1050', 'BE'),
    isShortPostalCode('1067', 'DE'),
  ]).toEqual([true, false, true])
})
