import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planText } from '../testing/plan-file'
import { MappingSchema } from './mapping-schema'
import { parseMapping, readMapping } from './read-mapping'

const CDNOW = readMapping(join(import.meta.dirname, '..', 'cdnow.json'))
const rejectionReason = (text: string) => planText(`${text}\n`, CDNOW).plan.rejections[0]?.reason

describe('the mapping of the CDNOW sample', () => {
  it('keeps the line total to the cent, the date and the customer', () => {
    expect(planText('00004 0001 19970101 2 29.33\n', CDNOW).plan.orders[0]?.body).toEqual({
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
    })
  })

  it('accepts a purchase of 0 dollars', () => {
    expect(planText('01101 0087 19970105 1 0.00\n', CDNOW).plan.orders).toMatchObject([{ totalMinor: 0 }])
  })

  it.each([
    ['00004 0001 19970101 2', '4 columns instead of 5'],
    ['00004 0001 19970101 2 29.33 x', '6 columns instead of 5'],
    ['00004 0001 19970101 0 29.33', 'quantity "0" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 1000 29.33', 'quantity "1000" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 two 29.33', 'quantity "two" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 1e2 29.33', 'quantity "1e2" is not a whole number from 1 to 999'],
    ['00004 0001 19970101 -2 29.33', 'which rows are returns'],
    ['00004 0001 19970101 2 29.333', 'no whole amount of the smallest unit'],
    ['00004 0001 19970101 2 29,33', 'is not an amount written as 1234.56'],
    ['00004 0001 19970230 2 29.33', 'date "19970230" is not a day written as YYYYMMDD'],
  ])('refuses "%s" because: %s', (text, reason) => {
    const other = '00004 0001 19970101 2 29.33\n'.repeat(2)
    expect(rejectionReason(`${text}\n${other}`)).toContain(reason)
  })
})

describe('a mapping', () => {
  const good = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cdnow.json'), 'utf8'))
  it.each([
    [{ ...good, format: 'xml' }, 'at format'],
    [{ ...good, columns: undefined }, 'needs "columns"'],
    [{ ...good, columns: ['customer'] }, 'uses the column "'],
    [{ ...good, extra: 1 }, 'Unrecognized key'],
    [{ ...good, order: { ...good.order, email: '' } }, 'at order.email'],
    [{ ...good, order: { ...good.order, unitPrice: '{dollars}' } }, '"unitPrice" and "lineTotal"'],
    [{ ...good, order: { ...good.order, number: '{sampleId}' } }, 'no "shop"'],
    [{ ...good, dateFormat: 'sometime' }, 'at dateFormat'],
    [{ ...good, footers: ['('] }, 'at footers.0'],
    [{ ...good, numbers: '1_234' }, 'at numbers'],
  ])('that is not valid is refused with the field named', (json, message) => {
    expect(() => parseMapping(json)).toThrow(message)
  })

  it('that cannot be read is named', () => {
    expect(() => readMapping('/nowhere.json')).toThrow('The mapping /nowhere.json cannot be read')
  })

  it('of every shop that is shipped is valid', () => {
    const folder = join(import.meta.dirname, '..', 'mappings')
    for (const name of readdirSync(folder)) expect(() => readMapping(join(folder, name)), name).not.toThrow()
  })

  it('has each of its keys described', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'import.md'), 'utf8')
    const keys = [...Object.keys(MappingSchema.shape), ...Object.keys(MappingSchema.shape.order.shape)]
    const shipped = readdirSync(join(import.meta.dirname, '..', 'mappings'))
    expect([...keys, ...shipped].filter((key) => !page.includes(`\`${key}\``))).toEqual([])
  })
})
