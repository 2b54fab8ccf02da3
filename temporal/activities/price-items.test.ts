import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Product } from '../../db/queries/orders/products'
import type { IntakeItem } from '../../db/schema/orders'
import { priceItems } from './price-items'

const product = (sku: string, unitCents: number, change: Partial<Product> = {}): Product => ({
  sku,
  name: `Product ${sku}`,
  description: '',
  unitCents,
  currency: 'USD',
  available: 10,
  flaggedForReview: false,
  hidden: false,
  ...change,
})
const CATALOGUE = new Map(
  [
    product('A', 10_00),
    product('B', 2_50),
    product('FLAG', 1_00, { flaggedForReview: true }),
    product('EURO', 1_00, { currency: 'EUR' }),
    product('YEN', 5_800, { currency: 'JPY' }),
    product('LEV', 1_00, { currency: 'BGN' }),
  ].map((row) => [row.sku, row]),
)
const price = (...items: IntakeItem[]) => priceItems(items, CATALOGUE)

describe('priceItems', () => {
  it('prices from the catalogue', () => {
    expect(price({ sku: 'A', quantity: 3 }, { sku: 'B', quantity: 1 })).toEqual({
      lines: [
        { sku: 'A', name: 'Product A', quantity: 3, unitCents: 10_00, lineCents: 30_00 },
        { sku: 'B', name: 'Product B', quantity: 1, unitCents: 2_50, lineCents: 2_50 },
      ],
      totalCents: 32_50,
      currency: 'USD',
      flaggedSkus: [],
    })
  })

  it('prices in the minor unit of the product', () => {
    expect(price({ sku: 'YEN', quantity: 2 })).toMatchObject({ totalCents: 11_600, currency: 'JPY' })
  })

  it('refuses a product that is priced in what is no currency', () => {
    expect(() => price({ sku: 'LEV', quantity: 1 })).toThrow('LEV is priced in BGN, which is no currency')
  })

  it('keeps an imported total exactly, with a unit price only where it divides', () => {
    expect(price({ sku: 'A', quantity: 3, lineTotalCents: 29_33 }).lines).toMatchObject([
      { unitCents: null, lineCents: 29_33 },
    ])
    expect(price({ sku: 'A', quantity: 3, lineTotalCents: 29_34 }).lines).toMatchObject([
      { unitCents: 9_78, lineCents: 29_34 },
    ])
    expect(price({ sku: 'A', quantity: 5, lineTotalCents: 0 })).toMatchObject({ totalCents: 0 })
  })

  it('merges items of one product, with or without imported totals', () => {
    const { lines, totalCents } = price(
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 1 },
      { sku: 'A', quantity: 2, lineTotalCents: 5_01 },
    )
    expect(lines).toMatchObject([
      { sku: 'A', quantity: 3, unitCents: null, lineCents: 15_01 },
      { sku: 'B', quantity: 1 },
    ])
    expect(totalCents).toBe(17_51)
  })

  it('places a line of another shop on its stand-in product, unless the catalogue has its SKU', () => {
    const standIn = { sku: 'B', title: 'Their thing' }
    expect(
      price(
        { sku: 'x-1', quantity: 2, lineTotalCents: 4_00, standIn },
        { sku: 'x-2', quantity: 1, lineTotalCents: 1_00, standIn },
        { sku: 'A', quantity: 1, lineTotalCents: 9_00, standIn },
      ).lines,
    ).toEqual([
      { sku: 'B', originalSku: 'x-1', name: 'Their thing', quantity: 2, unitCents: 2_00, lineCents: 4_00 },
      { sku: 'B', originalSku: 'x-2', name: 'Their thing', quantity: 1, unitCents: 1_00, lineCents: 1_00 },
      { sku: 'A', name: 'Product A', quantity: 1, unitCents: 9_00, lineCents: 9_00 },
    ])
  })

  it('adds up exactly whatever the items are', () => {
    const item = fc.record(
      {
        sku: fc.constantFrom('A', 'B'),
        quantity: fc.integer({ min: 1, max: 50 }),
        lineTotalCents: fc.nat(1_000_000),
      },
      { requiredKeys: ['sku', 'quantity'] },
    )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 15 }), (items) => {
        const { lines, totalCents } = price(...items)
        const wanted = items.map(
          ({ sku, quantity, lineTotalCents }) =>
            lineTotalCents ?? quantity * (CATALOGUE.get(sku)?.unitCents ?? 0),
        )
        expect(totalCents).toBe(wanted.reduce((sum, cents) => sum + cents, 0))
        expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length)
        for (const { unitCents, quantity, lineCents } of lines) {
          if (unitCents !== null) expect(unitCents * quantity).toBe(lineCents)
        }
      }),
    )
  })

  it('names the products that are flagged for review', () => {
    expect(price({ sku: 'FLAG', quantity: 1 }, { sku: 'A', quantity: 1 }).flaggedSkus).toEqual(['FLAG'])
  })

  it.each([
    [[{ sku: 'NO_SUCH', quantity: 1 }], 'UNKNOWN_PRODUCT'],
    [
      [
        { sku: 'A', quantity: 1 },
        { sku: 'EURO', quantity: 1 },
      ],
      'UNKNOWN_PRODUCT',
    ],
    [[{ sku: 'A', quantity: 0 }], 'INVALID_QUANTITY'],
    [[{ sku: 'A', quantity: -1 }], 'INVALID_QUANTITY'],
    [[{ sku: 'A', quantity: 1.5 }], 'INVALID_QUANTITY'],
    [[{ sku: 'A', quantity: 1_000 }], 'INVALID_QUANTITY'],
    [
      [
        { sku: 'A', quantity: 999 },
        { sku: 'A', quantity: 1 },
      ],
      'INVALID_QUANTITY',
    ],
    [[{ sku: 'A', quantity: 1, lineTotalCents: -1 }], 'INVALID_QUANTITY'],
    [[{ sku: 'A', quantity: 1, lineTotalCents: 0.5 }], 'INVALID_QUANTITY'],
    [[], 'INVALID_QUANTITY'],
  ])('refuses %j with %s, for good', (items, type) => {
    expect(() => price(...items)).toThrow(expect.objectContaining({ type, nonRetryable: true }))
  })
})
