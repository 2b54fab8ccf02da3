import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFakeShop } from './testing/fake-shop'
import { simpleMapping } from './testing/plan-file'
import { importText } from './testing/run-import'

const folder = mkdtempSync(join(tmpdir(), 'by-row-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HEADING = 'number,name,sku,qty,price\n'
const ROWS = ['A-1,Ada,MUG-BLUE,1,12.00\n', 'A-1,Ada,MUG-RED,1,12.00\n', 'A-2,Bo,MUG-BLUE,1,12.00\n']
const byRow = simpleMapping({ shop: undefined }, { number: undefined })
const byNumber = simpleMapping()

const shopAfter = async (rows: readonly string[]) => {
  const shop = createFakeShop()
  await importText({ text: HEADING + rows.join(''), mapping: byRow, api: shop.api, folder })
  const run = (text: string, file: string) =>
    importText({ text: HEADING + text, mapping: byNumber, api: shop.api, folder, file })
  return { ...shop, run }
}

describe('orders with a number whose rows were placed before', () => {
  it.each(['a.csv', 'renamed.csv'])('are not placed again from %s, and told once', async (file) => {
    const { placed, run } = await shopAfter(ROWS)
    for (const placement of placed.values()) placement.importedFrom = null
    const { totals, notes } = await run(ROWS.join(''), file)
    expect(totals).toMatchObject({ placed: 0, replayed: 2 })
    expect(notes).toEqual([
      '2 orders were placed row by row before, the first "A-1" on 2026-04-01; they are not placed again.',
    ])
    expect(placed.size).toBe(3)
  })

  it('are not placed again where only some of their rows were, and the other rows are named', async () => {
    const { placed, run } = await shopAfter(ROWS.slice(1, 2))
    const { totals, notes } = await run(ROWS.join(''), 'a.csv')
    expect(totals).toMatchObject({ placed: 1, replayed: 1 })
    expect(notes.join()).toContain('Of 1 of them not every row was placed, the first "A-1" without line 2.')
    expect(placed.size).toBe(2)
  })

  it('stay the orders of their number where they were placed under it', async () => {
    const { placed, run } = await shopAfter(['B-1,Cy,MUG-BLUE,1,12.00\n'])
    await run(ROWS.join(''), 'a.csv')
    const { totals, notes } = await run(ROWS.join(''), 'a.csv')
    expect([totals.placed, totals.replayed, notes, placed.size]).toEqual([0, 2, [], 3])
  })
})
