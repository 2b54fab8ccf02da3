import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countRows, type Row, type RowFormat, readRows } from './rows'

const folder = mkdtempSync(join(tmpdir(), 'rows-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CSV: RowFormat = { format: 'csv', delimiter: ',' }
const SPACES: RowFormat = { format: 'whitespace' }

const readAllRows = async (text: string, format: RowFormat): Promise<Row[]> => {
  const file = join(folder, 'input')
  writeFileSync(file, text)
  const rows: Row[] = []
  for await (const row of readRows(file, format)) rows.push(row)
  expect(await countRows(file, format)).toBe(rows.length)
  return rows
}

describe('whitespace files', () => {
  it('ignores leading spaces, CRLF and empty lines, and counts lines as an editor does', async () => {
    expect(await readAllRows(' 00004 0001  2\r\n\r\n 00021\t0002  3\r\n', SPACES)).toEqual([
      { line: 1, fields: ['00004', '0001', '2'] },
      { line: 3, fields: ['00021', '0002', '3'] },
    ])
  })

  it('keeps equal rows, which are two purchases', async () => {
    expect(await readAllRows('a 1\na 1\n', SPACES)).toHaveLength(2)
  })
})

describe('CSV files', () => {
  it('reads quotes, commas in quotes, a byte order mark and CRLF', async () => {
    expect(await readAllRows('\uFEFFname,total\r\n"Byron, Ada",1.00\r\n', CSV)).toEqual([
      { line: 1, fields: ['name', 'total'] },
      { line: 2, fields: ['Byron, Ada', '1.00'] },
    ])
  })

  it('returns rows with another number of columns, with their line', async () => {
    expect(await readAllRows('a,b\n1\n1,2,3\n', CSV)).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1'] },
      { line: 3, fields: ['1', '2', '3'] },
    ])
  })

  it('treats a stray quote as text and reads the rows after it', async () => {
    const rows = await readAllRows('1,x"y\n"q"z,2\n3, 4\n', CSV)
    expect(rows.map(({ fields }) => fields)).toEqual([
      ['1', 'x"y'],
      ['"q"z', '2'],
      ['3', '4'],
    ])
  })

  it('reports the line of a quote that is never closed', async () => {
    const rows = await readAllRows('1,2\n3,"open\n5,6\n', CSV)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ line: 2, error: expect.stringContaining('Quote Not Closed') })
  })
})

it('fails with the name of a missing file', async () => {
  await expect(countRows(join(folder, 'missing'), SPACES)).rejects.toThrow(/ENOENT.*missing/)
  await expect(countRows(join(folder, 'missing'), CSV)).rejects.toThrow(/ENOENT.*missing/)
})
