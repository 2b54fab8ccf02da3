import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from './orders/plan'
import { FileFault } from './read/file-fault'
import { EXPORTS, planExport, shippedMapping } from './testing/plan-file'

const sumOf = ({ orders }: Plan) => orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
const orderOf = (plan: Plan, number: string) => plan.orders.find((order) => order.number === number)
const sums = (plan: Plan) =>
  Object.fromEntries(plan.orders.map(({ number, totalMinor }) => [number, totalMinor]))

describe('storefront.csv', () => {
  const { plan } = planExport('storefront.csv')
  it('merges the lines of an order and keeps postal codes without their apostrophe', () => {
    expect(orderOf(plan, '#1001')).toMatchObject({
      totalMinor: 3_600,
      body: { items: [{ sku: 'MUG-BLUE', quantity: 3 }], shippingAddress: { postalCode: 'LS1 4AP' } },
    })
    expect(orderOf(plan, '#1002')?.body.shippingAddress).not.toHaveProperty('postalCode')
  })

  it('says why the others are none', () => {
    expect(plan.rejections.map(({ number, reason }) => [number, reason])).toEqual([
      ['#1003', 'there is no e-mail address'],
      ['#1005', 'a line has no SKU'],
    ])
    expect(plan.leftOut[0]).toMatchObject({ number: '#1004', because: 'Financial Status is "voided"' })
  })

  it('takes a default for a missing e-mail address', () => {
    const mapping = shippedMapping('storefront')
    mapping.order.email = { from: '{Email}', default: 'nobody@shop.example' }
    expect(orderOf(planExport('storefront.csv', mapping).plan, '#1003')?.totalMinor).toBe(1_200)
  })
})

it('semicolon-cp1252.csv keeps umlauts, and reads a time that Berlin skips', () => {
  const { plan } = planExport('semicolon-cp1252.csv')
  expect(sums(plan)).toEqual({ 'A-1': 132_300, 'A-2': 1_200 })
  expect(plan.orders.map(({ body }) => body.shippingAddress.name)).toEqual(['Jörg Weiß', 'Zoë Çelik'])
  expect(plan.orders.map(({ body }) => body.shippingAddress.country)).toEqual(['DE', 'BE'])
  expect(plan.notices.join()).toContain('does not exist in Europe/Berlin')
})

it('unicode-text-utf16.txt keeps names of every script and an address without a postal code', () => {
  const { plan, table } = planExport('unicode-text-utf16.txt')
  expect(sums(plan)).toEqual({ 1: 1_200, 2: 3_600 })
  expect(plan.orders.map(({ body }) => body.purchasedAt)).toEqual(['2026-01-03', '2026-12-31'])
  expect(plan.orders[1]?.body.shippingAddress).not.toHaveProperty('postalCode')
  expect(table.notes[0]).toContain('UTF-16LE (byte order mark), separated by tabs')
})

describe('shop-38-columns.csv', () => {
  it('leaves out what is not paid where the mapping says so', () => {
    const keepOrders = [{ column: '{paid_date}', empty: false }]
    const { plan } = planExport('shop-38-columns.csv', shippedMapping('shop-38-columns', { keepOrders }))
    expect(plan.orders.length + plan.leftOut.length).toBe(50)
    expect(plan.leftOut.length).toBeGreaterThan(0)
  })

  it('keeps SKU and title of the file on lines that a stand-in product takes', () => {
    expect(orderOf(planExport('shop-38-columns.csv').plan, '10003')?.body.items).toEqual([
      {
        sku: 'woo-import-0040',
        quantity: 3,
        lineTotalCents: 13_194,
        standIn: { sku: 'IMPORTED', title: 'PrimeHome Deluxe Desk Organizers 754Q36' },
      },
    ])
  })
})

it('retail-quoted.csv is never read with a piece’s price as the line’s', () => {
  const { plan } = planExport('retail-quoted.csv')
  expect(new Set(plan.orders.map(({ number }) => number)).size).toBe(1_678)
  expect(plan.returns.every(({ row }) => row.fields[4]?.startsWith('-'))).toBe(true)
})

describe('auction-report.csv', () => {
  it('takes customer and date of a summary row, and lines of the others', () => {
    const { plan } = planExport('auction-report.csv')
    expect(sums(plan)).toEqual({
      '07-10001-20001': 2_400,
      '07-10002-20002': 132_300,
      '07-10004-20004': 2_850,
    })
    expect(orderOf(plan, '07-10002-20002')?.body).toMatchObject({
      items: [
        { sku: 'LAPTOP-14', quantity: 1, lineTotalCents: 129_900 },
        { sku: 'MUG-BLUE', quantity: 2, lineTotalCents: 2_400 },
      ],
      shippingAddress: { name: 'Otto Lind', line2: 'Unit 3' },
    })
    expect(orderOf(plan, '07-10004-20004')?.body).toMatchObject({
      items: [{ sku: 'TEA-ASSAM' }],
      shippingAddress: { postalCode: '02138-1234' },
    })
    expect(plan.leftOut).toMatchObject([{ number: '503', because: 'Paid On Date is empty' }])
  })

  it('is refused when its footer counts other orders than it has', () => {
    const mapping = shippedMapping('auction-report', {
      keepRows: [{ column: '{Item Title}', not: 'Assam tea' }],
    })
    expect(() => planExport('auction-report.csv', mapping)).toThrow('says that it has 4 orders, but has 3')
  })
})

it('quotes-in-tabs.txt reads quotes as letters, and is refused where they are not', () => {
  const { plan } = planExport('quotes-in-tabs.txt')
  expect(plan.orders.map(({ totalMinor }) => totalMinor)).toEqual([2_400, 8_500, 133_700, 2_800, 2_400])
  expect(plan.orders[1]?.body).toMatchObject({
    items: [{ sku: 'PRINT-LTD', lineTotalCents: 8_500 }],
    shippingAddress: { name: 'Bea Frost', line1: '3 Quay' },
  })
  expect(plan.orders.map(({ body }) => body.shippingAddress.name)).toEqual(
    expect.arrayContaining(['José Muñoz', 'Zoë Brûlé', 'René Garçon']),
  )
  const quoted = shippedMapping('quotes-in-tabs', { quotes: 'fields' })
  expect(() => planExport('quotes-in-tabs.txt', quoted)).toThrow('"quotes": "letters"')
})

describe('doubled-headings.csv', () => {
  it('takes the column that the mapping names', () => {
    const { plan } = planExport('doubled-headings.csv')
    expect(sums(plan)).toEqual({ 20001: 6_800, 20002: 2_800 })
    expect(plan.orders.map(({ body }) => body.shippingAddress.city)).toEqual(['Berlin', 'San Francisco'])
    expect(plan.orders[1]?.purchasedAtLocal).toBe('2026-12-09 00:05:00')
    expect(plan.rejections).toMatchObject([{ number: '20004' }])
    expect(plan.rejections[0]?.reason).toContain('the delivery address has no name and no street')
  })

  it('is refused with a bare doubled heading', () => {
    const mapping = shippedMapping('doubled-headings')
    mapping.order.shippingAddress.city = '{Delivery city}'
    expect(() => planExport('doubled-headings.csv', mapping)).toThrow('stands 2 times')
    expect(() => planExport('doubled-headings.csv', mapping)).toThrow(FileFault)
  })

  it('takes refunded pieces off where the mapping says so', () => {
    const mapping = shippedMapping('doubled-headings')
    mapping.order.refundedQuantity = '{Quantity refunded}'
    expect(sumOf(planExport('doubled-headings.csv', mapping).plan)).toBe(8_400)
  })
})

it('one-row-per-piece.csv counts pieces, keeps every digit of ids and names the cancelled piece', () => {
  const { plan } = planExport('one-row-per-piece.csv')
  expect(sums(plan)).toEqual({ '700000000000000123': 4_550, '700000000000000131': 132_300 })
  expect(orderOf(plan, '700000000000000123')?.body.items).toMatchObject([
    { sku: 'MUG-BLUE', quantity: 3, lineTotalCents: 3_600 },
    { sku: 'TEA-ASSAM', quantity: 1, lineTotalCents: 950 },
  ])
  expect(plan.leftOut).toMatchObject([{ because: 'Status is "canceled"', rows: [{ line: 7 }] }])
})

describe('products-in-a-cell.csv', () => {
  it('takes products apart and checks their sum', () => {
    const { plan } = planExport('products-in-a-cell.csv')
    expect(sums(plan)).toEqual({ 301: 5_600, 302: 4_200, 304: 8_600 })
    expect(orderOf(plan, '301')).toMatchObject({
      body: { purchasedAt: '2026-04-03', shippingAddress: { line1: 'Fish & Sons, 2 Dock St' } },
      beside: { message: 'Leave it with the neighbour, "Sam"' },
    })
    expect(orderOf(plan, '304')?.beside).toMatchObject({ coupon: '8.60' })
  })

  it('keeps titles with the marks that part products', () => {
    const mapping = shippedMapping('products-in-a-cell', { unknownProducts: { standIn: 'IMPORTED' } })
    const titles = planExport('products-in-a-cell.csv', mapping).plan.orders.flatMap(({ body }) =>
      body.items.map(({ standIn }) => standIn?.title),
    )
    expect(titles.slice(0, 3)).toEqual([
      'Mug | blue, "second choice"',
      "Pen's refill kit",
      'Notebook | A5, dotted',
    ])
  })

  it('rejects a row whose cell has another form', () => {
    const mapping = shippedMapping('products-in-a-cell')
    mapping.products?.keys.reverse()
    const { plan } = planExport('products-in-a-cell.csv', mapping)
    expect(plan.orders).toEqual([])
    expect(plan.rejections[0]?.reason).toContain('cannot be taken apart')
  })
})

it('shift-jis.csv keeps the letters of code page 932, whole yen and the zone', () => {
  const { plan } = planExport('shift-jis.csv')
  expect(plan.currency).toBe('JPY')
  expect(plan.orders.map(({ totalMinor }) => totalMinor)).toEqual([5_000, 2_940])
  expect(plan.orders[0]).toMatchObject({
    purchasedAtInstant: '2026-05-03T03:34:00Z',
    beside: {},
    body: {
      shippingAddress: {
        name: '髙橋 能子',
        line1: '北一条西①－２　ソフト表ビル',
        postalCode: '060-0001',
        region: '北海道',
      },
    },
  })
  expect(plan.orders[1]?.body.shippingAddress.name).toBe('森 一')
})

describe('account-activity.csv', () => {
  it('tells refunds, other currencies and movements from orders', () => {
    const { plan } = planExport('account-activity.csv')
    expect(sums(plan)).toEqual({ T1: 129_900, T2: 2_400, T9: 6_400 })
    expect(orderOf(plan, 'T9')?.purchasedAtInstant).toBe('2026-03-08T10:30:00Z')
    expect(plan.returns).toMatchObject([{ number: 'T3', of: 'T2', amountMinor: 1_200 }])
    expect(plan.leftOut.find(({ number }) => number === 'T5')?.because).toContain('EUR')
  })

  it('is refused with two currencies', () => {
    const mapping = shippedMapping('account-activity', { currency: '{Currency}' })
    expect(() => planExport('account-activity.csv', mapping)).toThrow('amounts in "USD", "EUR"')
  })
})

describe('saved-by-a-spreadsheet.csv', () => {
  it('rejects what a spreadsheet destroyed, each for its reason', () => {
    const { plan } = planExport('saved-by-a-spreadsheet.csv')
    const reasons = Object.fromEntries(plan.rejections.map(({ number, reason }) => [number, reason]))
    expect(reasons['576461234567890000']).toMatch(/lines 2 and 3 share .* disagree about the customer/)
    expect(reasons['576461234567890000']).toContain('likely "Søren Müller"')
    expect(reasons['5.76461E+17']).toContain('is no order number')
    expect(reasons['40012344']).toContain('"907" is no postal code of US')
    expect(reasons['40012345']).toMatch(/no e-mail address.*name is masked.*no name and no street/)
  })

  it('pads postal codes where the mapping says so', () => {
    const mapping = shippedMapping('saved-by-a-spreadsheet')
    mapping.order.shippingAddress.postalCode = { from: '{Zip}', pad: { US: 5 } }
    const { plan } = planExport('saved-by-a-spreadsheet.csv', mapping)
    expect(sumOf(plan)).toBe(9_200)
    expect(orderOf(plan, '40012344')?.body.shippingAddress.postalCode).toBe('00907')
  })

  it('repairs a name that was decoded twice where the mapping says so', () => {
    const text = readFileSync(join(EXPORTS, 'saved-by-a-spreadsheet.csv'), 'utf8')
    expect(text).toContain('SÃ¸ren')
    const mapping = shippedMapping('saved-by-a-spreadsheet', { decodedTwice: 'repair' })
    const reason = planExport('saved-by-a-spreadsheet.csv', mapping).plan.rejections[0]?.reason
    expect(reason).not.toContain('decoded twice')
  })
})
