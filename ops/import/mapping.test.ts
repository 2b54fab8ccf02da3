import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkColumns, type Mapping, parseMapping, readMapping } from './mapping'
import { toOrder } from './to-order'

const CDNOW = readMapping(join(import.meta.dirname, 'cdnow.json'))
const COLUMNS = CDNOW.columns ?? []
const toRow = (text: string) => ({ line: 1, fields: text.split(' ') })
const rejectionReason = (text: string) => {
  const order = toOrder(toRow(text), COLUMNS, CDNOW)
  return order.ok ? null : order.reason
}

describe('the mapping of the CDNOW sample', () => {
  it('keeps the line total to the cent, the date and the customer', () => {
    expect(toOrder(toRow('00004 0001 19970101 2 29.33'), COLUMNS, CDNOW)).toEqual({
      ok: true,
      totalCents: 2933,
      body: {
        email: 'customer-00004@cdnow.example',
        items: [{ sku: 'CD-ALBUM', quantity: 2, lineTotalCents: 2933 }],
        shippingAddress: {
          name: 'Customer 00004',
          line1: '00004 Market Street',
          city: 'Philadelphia',
          region: 'PA',
          postalCode: '19103',
          country: 'US',
        },
        paymentToken: 'tok_approved',
        purchasedAt: '1997-01-01',
      },
    })
  })

  it('accepts a purchase of 0 dollars', () => {
    expect(toOrder(toRow('01101 0087 19970105 1 0.00'), COLUMNS, CDNOW)).toMatchObject({ totalCents: 0 })
  })

  it.each([
    ['00004 0001 19970101 2', '4 columns instead of 5'],
    ['00004 0001 19970101 2 29.33 x', '6 columns instead of 5'],
    ['00004 0001 19970101 0 29.33', 'quantity "0" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 1000 29.33', 'quantity "1000" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 two 29.33', 'quantity "two" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 2 29.333', 'total "29.333" is not an amount with up to two decimals'],
    ['00004 0001 19970230 2 29.33', 'date "19970230" is not a day written as YYYYMMDD'],
  ])('refuses "%s" because: %s', (text, reason) => {
    expect(rejectionReason(text)).toBe(reason)
  })
})

describe('the mapping of the CSV example', () => {
  const mapping = readMapping(join(import.meta.dirname, 'orders-csv.json'))
  const columns = [
    'email',
    'name',
    'street',
    'city',
    'postcode',
    'country',
    'sku',
    'quantity',
    'total',
    'date',
  ]

  it('reads its columns from the header', () => {
    expect(() => checkColumns(mapping, columns)).not.toThrow()
    expect(() => checkColumns(mapping, columns.slice(1))).toThrow('uses the column "email"')
  })

  it('rejects a row with an incomplete address', () => {
    const fields = ['a@b.example', 'Ada', '', 'London', 'N1', 'GB', 'MUG-BLUE', '1', '12.00', '2026-01-02']
    expect(toOrder({ line: 2, fields }, columns, mapping)).toEqual({
      ok: false,
      reason: 'the address has no line1',
    })
  })
})

describe('an invalid mapping', () => {
  const good = { ...CDNOW } satisfies Mapping
  it.each([
    [{ ...good, format: 'xml' }, 'at format'],
    [{ ...good, columns: undefined }, 'needs "columns"'],
    [{ ...good, columns: ['customer'] }, 'uses the column "quantity"'],
    [{ ...good, extra: 1 }, 'Unrecognized key'],
    [{ ...good, order: { ...good.order, email: '' } }, 'at order.email'],
  ])('is refused with the field named', (json, message) => {
    expect(() => parseMapping(json)).toThrow(message)
  })

  it('names the missing file', () => {
    expect(() => readMapping('/nowhere.json')).toThrow('The mapping /nowhere.json cannot be read')
  })
})
