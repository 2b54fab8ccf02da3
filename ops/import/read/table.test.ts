import { describe, expect, it } from 'vitest'
import { planText, simpleMapping } from '../testing/plan-file'
import { FileFault } from './file-fault'

const HEADING = 'number,name,sku,qty,price'
const ROW = 'A-1,Ada,MUG-BLUE,2,12.00'
const plan = (text: string, changes = {}, order = {}) => planText(text, simpleMapping(changes, order))

describe('a table', () => {
  it('may stand below titles and above a footer, with empty rows anywhere', () => {
    const text = `Orders of May\n,,,,\n${HEADING}\n,,,,\n${ROW}\n\nTotal: 1 order\n`
    const { plan: found, table } = plan(text, { footers: ['^Total: (?<orders>\\d+) order'] })
    expect(found.orders).toMatchObject([{ number: 'A-1', totalMinor: 2_400, rows: [{ line: 5 }] }])
    expect(table.notes.join(' ')).toContain('The heading is in line 3')
  })

  it('may have its headings in capitals and its columns in another order', () => {
    expect(plan('PRICE;QTY;SKU;NAME;NUMBER\n12.00;2;MUG-BLUE;Ada;A-1\n').plan.orders).toMatchObject([
      { totalMinor: 2_400 },
    ])
  })

  it.each([
    ['too few columns', `${HEADING}\n${ROW}\nA-2,Ada\n`, /^Line 3 .* has 2 columns instead of 5/],
    ['too many columns', `${HEADING}\n${ROW},x\n`, /^Line 2 .* has 6 columns instead of 5/],
    ['a footer that the mapping does not know', `${HEADING}\n${ROW}\n1 record\n`, /^Line 3 .* has 1 column /],
    [
      'a missing column',
      `number,name,sku,price\n`,
      /uses the column "qty", but orders.csv, read with commas, has:/,
    ],
    [
      'a doubled column that the mapping uses',
      `${HEADING},SKU\n${ROW},x\n`,
      /"sku" stands 2 times in line 1/,
    ],
    ['an open quote', `${HEADING}\nA-1,"Ada,MUG-BLUE,2,12.00\n`, /^Line 2 .* never closes/],
    ['no rows', `${HEADING}\n`, /has no rows below its heading/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => plan(text)).toThrow(message)
    expect(() => plan(text)).toThrow(FileFault)
  })

  it('does not mind a doubled heading that the mapping does not use', () => {
    expect(plan(`${HEADING},x,X\n${ROW},1,2\n`).plan.orders).toHaveLength(1)
  })

  it('rejects rows of another length one by one where the mapping says so', () => {
    const { plan: found } = plan(`${HEADING}\n${ROW}\nA-2,Ada\n`, { otherLengths: 'reject the row' })
    expect(found.orders).toHaveLength(1)
    expect(found.rejections).toMatchObject([{ reason: '2 columns instead of 5' }])
  })

  it('is refused where most days stand in the place of the month', () => {
    const text = `${HEADING},date\n${ROW},13/04/2026\nA-2,Bo,MUG-BLUE,1,12.00,14/04/2026\nA-3,Cy,MUG-BLUE,1,12.00,03/04/2026\n`
    const read = () => plan(text, { dateFormat: 'MM/DD/YYYY' }, { purchasedAt: '{date}' })
    expect(read).toThrow(/Most dates .* "13\/04\/2026".* other way round/)
    const { plan: dayFirst } = plan(text, { dateFormat: 'DD/MM/YYYY' }, { purchasedAt: '{date}' })
    expect(dayFirst.orders.map(({ body }) => body.purchasedAt)).toEqual([
      '2026-04-13',
      '2026-04-14',
      '2026-04-03',
    ])
  })

  it('is refused with several currencies in one column', () => {
    const text = `${HEADING},cur\n${ROW},USD\nA-2,Bo,MUG-BLUE,1,12.00,eur\n`
    expect(() => plan(text, { currency: '{cur}' })).toThrow('amounts in "USD", "EUR"')
    const { plan: only } = plan(text, { currency: { from: '{cur}', only: 'USD' } })
    expect(only.orders).toHaveLength(1)
    expect(only.leftOut).toMatchObject([{ number: 'A-2' }])
  })
})

describe('rows of one number', () => {
  it('are one order wherever they stand', () => {
    const text = `${HEADING}\n${ROW}\nA-2,Bo,TEA-ASSAM,1,9.50\nA-1,,TEA-ASSAM,1,9.50\n`
    expect(plan(text).plan.orders).toMatchObject([
      { number: 'A-1', totalMinor: 3_350, rows: [{ line: 2 }, { line: 4 }] },
      { number: 'A-2', totalMinor: 950 },
    ])
  })

  it('that the mapping leaves out still tell who bought the others', () => {
    const text = `${HEADING},state\n${ROW},cancelled\nA-1,,TEA-ASSAM,1,9.50,sent\n`
    const { plan: found } = plan(text, { keepRows: [{ column: '{state}', not: 'cancelled' }] })
    expect(found.orders).toMatchObject([
      { totalMinor: 950, body: { shippingAddress: { name: 'Ada' }, items: [{ sku: 'TEA-ASSAM' }] } },
    ])
    expect(found.leftOut).toHaveLength(1)
  })

  it('that disagree about the customer are refused, both lines named', () => {
    const { plan: found } = plan(`${HEADING}\n${ROW}\nA-1,Bo,TEA-ASSAM,1,9.50\n`)
    expect(found.orders).toEqual([])
    expect(found.rejections[0]?.reason).toMatch(/lines 2 and 3 share .*name: "Ada" and "Bo"/)
  })

  it('are one order for good: their key is that of the shop and the number', () => {
    const [first, second] = [ROW, ROW.replace('Ada', 'Eve').replace('12.00', '13.00')].map(
      (row) => plan(`${HEADING}\n${row}\n`).plan.orders[0]?.key,
    )
    expect(first).toMatch(/^order-[0-9a-f]{40}$/)
    expect(second).toBe(first)
    expect(plan(`${HEADING}\n${ROW}\n`, { shop: 'other' }).plan.orders[0]?.key).not.toBe(first)
  })
})
