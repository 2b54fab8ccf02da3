import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { OrderBody } from './orders/plan'
import type { SameRows } from './same-rows'
import { createFakeShop } from './testing/fake-shop'
import { planText, simpleMapping } from './testing/plan-file'
import { importText } from './testing/run-import'

const folder = mkdtempSync(join(tmpdir(), 'rejections-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HEADING = 'number,name,sku,qty,price\n'
const GOOD = 'A-1,Ada,MUG-BLUE,1,12.00\n'
const body: OrderBody = {
  email: 'a@shop.example',
  items: [{ sku: 'MUG-BLUE', quantity: 1, lineTotalCents: 1_200 }],
  shippingAddress: { name: 'Ada', line1: '1 St', city: 'Leeds', postalCode: 'LS1 4AP', country: 'GB' },
  paymentToken: 'tok_approved',
}
const byNumber = simpleMapping()
const byRow = simpleMapping({ shop: undefined }, { number: undefined })

/** A shop in which an earlier release placed what is rejected now. */
const shopWith = async (
  text: string,
  mapping: typeof byRow,
  keys: 'key' | 'rowKeys',
  file: string | null,
) => {
  const shop = createFakeShop()
  const importedFrom = file === null ? {} : { importedFrom: { file, fileHash: '0123456789abcdef' } }
  for (const rejection of planText(HEADING + text, mapping).plan.rejections)
    for (const key of [rejection[keys]].flat().slice(0, 1))
      await shop.api.place(key ?? '', { ...body, ...importedFrom })
  const run = (sameRowsAre?: SameRows) =>
    importText({
      text: HEADING + text,
      mapping,
      api: shop.api,
      folder: mkdtempSync(join(folder, 'run-')),
      ...(sameRowsAre ? { sameRowsAre } : {}),
    })
  return { ...shop, run }
}

describe('what is rejected today and was placed before', () => {
  it.each([
    ['an order under its number', 'A-1,Ada,,1,12.00\n', byNumber, 'key'],
    ['an order by its row', 'A-1,Ada,,1,12.00\n', byNumber, 'rowKeys'],
    ['a row without a number', 'x,Ada,,1,12.00\n', byRow, 'rowKeys'],
    [
      'a row of another length',
      `A-1,Ada\n${GOOD}`,
      simpleMapping({ otherLengths: 'reject the row' }),
      'rowKeys',
    ],
    ['a shortened number', '1.23E+11,Ada,MUG-BLUE,1,12.00\n', byNumber, 'rowKeys'],
  ] as const)('is told and no reject: %s', async (_, text, mapping, keys) => {
    const { run } = await shopWith(text, mapping, keys, null)
    const { totals, notes, rejects } = await run()
    expect(totals).toMatchObject({
      replayed: 1,
      rejected: 0,
      totalMinor: text.includes(GOOD) ? 24_00 : 12_00,
    })
    expect(notes.join()).toMatch(/^1 row that would be rejected today, the first line 2 .* was placed before/)
    expect(rejects.path()).toBeNull()
  })

  it('leaves the rows of a rejection that were not placed', async () => {
    const text = 'A-1,Ada,MUG-BLUE,1,12.00\nA-1,Bo,MUG-BLUE,1,12.00\n'
    const { run } = await shopWith(text, byNumber, 'rowKeys', null)
    expect((await run()).totals).toMatchObject({ replayed: 1, rejected: 1, rejectedRows: 1 })
  })

  it('is a question where another file placed the row', async () => {
    const { run } = await shopWith('x,Ada,,1,12.00\n', byRow, 'rowKeys', 'march.csv')
    await expect(run()).rejects.toThrow('1 row equals a row of "march.csv"')
    expect((await run('skip')).totals).toMatchObject({ replayed: 1, rejected: 0 })
    expect((await run('new')).totals).toMatchObject({ replayed: 0, rejected: 1 })
  })

  it.each([
    ['today’s rules', undefined, { replayed: 1, rejected: 0 }],
    ['a fault of the server', true, { replayed: 0, rejected: 1 }],
  ] as const)(
    'counts as placed where the product refuses it again for %s',
    async (_, isServerError, totals) => {
      let isRefused = false
      const { api } = createFakeShop(() =>
        isRefused ? { kind: 'refused', reason: '422 no', ...(isServerError ? { isServerError } : {}) } : null,
      )
      const orders = {
        text: HEADING + GOOD,
        mapping: byNumber,
        api,
        folder: mkdtempSync(join(folder, 'run-')),
      }
      await importText(orders)
      isRefused = true
      const again = await importText(orders)
      expect(again.totals).toMatchObject({ placed: 0, ...totals })
      expect(again.changes.list().join()).toBe(
        isServerError ? '' : '1 would be refused if they were placed now, the first order A-1: 422 no',
      )
    },
  )
})
