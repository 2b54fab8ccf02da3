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

  it.each([undefined, 'skip', 'new'] as const)(
    'stay purchases of their own when the file was mended and its import is repeated with %s',
    async (sameRowsAre) => {
      const { placed, run } = await shopAfterMarch()
      const broken = `${april}x,Cy,,1,12.00\n`
      expect((await run(broken, 'new')).totals).toMatchObject({ placed: 3, rejected: 1 })
      const mended = run(`${april}x,Cy,MUG-BLUE,1,12.00\n`, sameRowsAre)
      // Rows that the file placed under no other file's key are asked for, as before.
      if (sameRowsAre === undefined) return expect(mended).rejects.toThrow('2 rows equal rows of "april.csv"')
      const { totals, notes } = await mended
      expect(totals).toMatchObject({ placed: 1, replayed: 3, rejected: 0 })
      expect(notes.join()).toContain('placed from "april.csv" when it had another content')
      expect(placed.size).toBe(5)
    },
  )

  it('are new in a third file, whatever the second one placed', async () => {
    const { placed, run, api } = await shopAfterMarch()
    await run(april, 'new')
    const may = { text: `${march}${ROW}${ROW}`, mapping, api, folder, file: 'may.csv' }
    expect((await importText({ ...may, sameRowsAre: 'new' })).totals).toMatchObject({ placed: 3 })
    expect((await importText(may)).totals).toMatchObject({ placed: 0, replayed: 3 })
    expect(placed.size).toBe(7)
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
