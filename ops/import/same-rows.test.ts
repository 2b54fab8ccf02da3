import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FileFault } from './read/file-fault'
import type { SameRows } from './same-rows'
import { createFakeShop } from './testing/fake-shop'
import { simpleMapping } from './testing/plan-file'
import { importText } from './testing/run-import'

const folder = mkdtempSync(join(tmpdir(), 'same-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = simpleMapping({ shop: undefined }, { number: undefined })
const ROW = 'x,Ada,MUG-BLUE,1,12.00\n'
const march = `number,name,sku,qty,price\n${ROW}`
const april = `number,name,sku,qty,price\n${ROW}x,Bo,MUG-BLUE,1,12.00\n${ROW}`

const shopAfterMarch = async () => {
  const shop = createFakeShop()
  await importText({ text: march, mapping, api: shop.api, folder, file: 'march.csv' })
  const run = (text: string, sameRowsAre?: SameRows) =>
    importText({
      text,
      mapping,
      api: shop.api,
      folder,
      file: 'april.csv',
      ...(sameRowsAre ? { sameRowsAre } : {}),
    })
  return { ...shop, run }
}

describe('rows that equal rows of another file', () => {
  it('are named with file and date before anything is placed', async () => {
    const { placed, run } = await shopAfterMarch()
    await expect(run(april)).rejects.toThrow(FileFault)
    await expect(run(april)).rejects.toThrow(
      /1 row equals a row of "march.csv", imported on 2026-04-01 \(line 2\): --same-rows-are skip .* new/,
    )
    expect(placed.size).toBe(1)
  })

  it('are the same purchases where the person says so', async () => {
    const { placed, run } = await shopAfterMarch()
    const { totals, notes } = await run(april, 'skip')
    expect(totals).toMatchObject({ placed: 2, replayed: 1 })
    expect(notes.join()).toContain('march.csv')
    expect(placed.size).toBe(3)
  })

  it('are purchases of their own where the person says so, and a second run needs no answer', async () => {
    const { placed, run } = await shopAfterMarch()
    expect((await run(april, 'new')).totals).toMatchObject({ placed: 3, replayed: 0 })
    expect((await run(april)).totals).toMatchObject({ placed: 0, replayed: 3 })
    expect(placed.size).toBe(4)
  })

  it('of the same content under another name are the same file', async () => {
    const { placed, run } = await shopAfterMarch()
    expect((await run(march)).totals).toMatchObject({ placed: 0, replayed: 1 })
    expect(placed.size).toBe(1)
  })

  it('are no question where orders have numbers', async () => {
    const { placed, api } = createFakeShop()
    const numbered = simpleMapping()
    for (const file of ['march.csv', 'april.csv'])
      await importText({
        text: `${march}${file === 'april.csv' ? '\n' : ''}`,
        mapping: numbered,
        api,
        folder,
        file,
      })
    expect(placed.size).toBe(1)
  })
})
