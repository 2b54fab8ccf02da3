import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readMapping } from './mapping/read-mapping'
import { guard, unguard } from './read/rejects-dialect'
import { openRejects } from './rejects'
import { createFakeShop } from './testing/fake-shop'
import { planText, shippedMapping, simpleMapping } from './testing/plan-file'
import { importText } from './testing/run-import'

const folder = mkdtempSync(join(tmpdir(), 'rejects-'))
afterAll(() => rmSync(folder, { recursive: true }))
const newFolder = () => mkdtempSync(join(folder, 'run-'))

const cdnow = readMapping(join(import.meta.dirname, 'cdnow.json'))

describe('the file of rejects', () => {
  it('has the columns of the file, the line and the reason', async () => {
    const { api } = createFakeShop()
    const text = 'number,name,sku,qty,price\nA-1,"Ada, B",,2,12.00\n'
    const { rejects } = await importText({ text, mapping: simpleMapping(), api, folder: newFolder() })
    expect(readFileSync(rejects.path() ?? '', 'utf8')).toBe(
      '\ufeffnumber,name,sku,qty,price,import: line,import: reason\nA-1,"Ada, B",,2,12.00,2,a line has no SKU\n',
    )
  })

  it('is kept: a second run takes the next free name, and only its owner may read it', () => {
    const path = join(newFolder(), 'a.rejects.csv')
    const rows = [{ line: 2, fields: ['x'] }]
    const [first, second] = [openRejects(path, ['a']), openRejects(path, ['a'])]
    first.add(rows, 'no')
    second.add(rows, 'no')
    expect([first.path(), second.path()]).toEqual([path, path.replace('.csv', '-2.csv')])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('has no cell that a spreadsheet calculates, and gives each back as it was', () => {
    for (const cell of ['=1+1', '+1', '-12.00', '@x', '\tx', "'=1"]) {
      expect(guard(cell)).toMatch(/^'/)
      expect(unguard(guard(cell))).toBe(cell)
    }
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(guard(cell)).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguard(guard(cell))).toBe(cell)
      }),
    )
  })

  it.each([
    ['commas', simpleMapping(), 'number,name,sku,qty,price\nA-1,Ada,,2,12.00\n', 'A-1,Ada,MUG-BLUE,2,12.00'],
    [
      'Windows-1252 and semicolons',
      shippedMapping('semicolon-cp1252'),
      'Bestellung;Kunde;E-Mail;Straße;PLZ;Ort;Land;Artikel;Menge;Einzelpreis;Datum\nA-1;Jörg;j@shop.example;Gasse 7;01067;Dresden;Deutschland;;2;12,00;03.01.2026 14:05\n',
      'A-1,Jörg,j@shop.example,Gasse 7,01067,Dresden,Deutschland,MUG-BLUE,2,"12,00",03.01.2026 14:05',
    ],
    ['blanks', cdnow, ' 00004 0001 19970101 2\r\n', '00004,0001,19970101,2,29.33'],
  ])('of a file with %s can be mended and imported', async (_, mapping, text, mended) => {
    const { placed, api } = createFakeShop()
    const { rejects } = await importText({ text, mapping, api, folder: newFolder() })
    const file = readFileSync(rejects.path() ?? '', 'utf8')
    const [heading] = file.split('\n')
    expect(placed.size).toBe(0)
    expect(planText(file, mapping).plan.orders).toEqual([])
    const { totals } = await importText({
      text: `${heading}\n${mended},2,mended\n`,
      mapping,
      api,
      folder: newFolder(),
    })
    expect(totals).toMatchObject({ placed: 1, rejected: 0 })
  })

  it('keeps the key of a row, so that a row of it is never a second order', async () => {
    const mapping = simpleMapping({ shop: undefined }, { number: undefined })
    const row = '-1,Ada,MUG-BLUE,1,12.00'
    const { placed, api } = createFakeShop()
    await importText({ text: `number,name,sku,qty,price\n${row}\n`, mapping, api, folder: newFolder() })
    const text = `number,name,sku,qty,price,import: line,import: reason\n'${row},2,x\n`
    expect([...placed.keys()]).toEqual(planText(text, mapping).plan.orders.map(({ key }) => key))
  })
})
