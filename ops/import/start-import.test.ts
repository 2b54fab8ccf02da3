import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AccessDenied, type ImportApi } from './api'
import { readMapping } from './mapping/read-mapping'
import { createFakeShop } from './testing/fake-shop'
import { simpleMapping } from './testing/plan-file'
import { importText, runImport } from './testing/run-import'

const folder = mkdtempSync(join(tmpdir(), 'run-'))
afterAll(() => rmSync(folder, { recursive: true }))

const GOOD = ' 00004 0001 19970101  2   29.33\r\n'
const ZERO = ' 01101 0087 19970105  1    0.00\r\n'
const cdnow = readMapping(join(import.meta.dirname, 'cdnow.json'))
const rows = (text: string, api: ImportApi) => ({ text, mapping: cdnow, api, folder })

const HEADING = 'number,name,sku,qty,price\n'
const orders = (text: string, api: ImportApi, order = {}) => ({
  text: HEADING + text,
  mapping: simpleMapping({}, order),
  api,
  folder,
})

describe('an import of rows without order number', () => {
  it('places every row once, equal rows as two purchases, however often it runs', async () => {
    const { placed, api } = createFakeShop()
    const text = GOOD + ZERO + GOOD
    const first = await importText(rows(text, api))
    expect(first.totals).toMatchObject({
      placed: 3,
      replayed: 0,
      rejected: 0,
      totalMinor: 58_66,
      unfinished: 0,
      settled: { COMPLETED: 3 },
    })
    expect((await importText(rows(text, api))).totals).toMatchObject({ placed: 0, replayed: 3 })
    expect(placed.size).toBe(3)
  })

  it('continues what an earlier release began: its keys are the same and it recorded no file', async () => {
    const { placed, api } = createFakeShop()
    await importText(rows(GOOD + ZERO, api))
    expect([...placed.keys()][0]).toBe('row-e0f57c5882fff68c0e893e35298064c3ae79ec29-1')
    for (const placement of placed.values()) placement.importedFrom = null
    const again = await importText(rows(GOOD + ZERO + GOOD, api))
    expect(again.totals).toMatchObject({ placed: 1, replayed: 2 })
    expect(again.notes.join()).toContain('2 rows were placed by an import that did not record its file')
  })

  it('counts what the product refuses beside what the mapping rejects', async () => {
    const { placed, api } = createFakeShop(({ email }) =>
      email.includes('00009') ? { kind: 'refused', reason: '422 no' } : null,
    )
    const text = `oops\r\n\r\n${GOOD} 00009 1 19970101 1 "9"\r\n 00009 1 19970101 1 9.99\r\n${ZERO}`
    expect((await importText(rows(text, api))).totals).toMatchObject({
      placed: 2,
      rejected: 3,
      rejectedRows: 3,
    })
    expect(placed.size).toBe(2)
  })
})

describe('an order with a number', () => {
  it('that reads differently now is told once and stays as it was placed', async () => {
    const { placed, api } = createFakeShop()
    await importText(orders('A-1,Ada,MUG-BLUE,2,12.00\nA-2,Bo,MUG-BLUE,1,12.00\n', api))
    const before = structuredClone([...placed.values()])
    const street = await importText(
      orders('A-1,Ada Byron,MUG-BLUE,2,12.00\nA-2,Bo,MUG-BLUE,1,13.00\nA-3,Cy,MUG-BLUE,1,12.00\n', api),
    )
    expect(street.totals).toMatchObject({ placed: 1, replayed: 2, rejected: 0 })
    expect(street.changes.list()).toEqual([
      'name of 1 order, the first order A-1: "Ada" was placed, the file now says "Ada Byron"',
      'total of MUG-BLUE of 1 order, the first order A-2: "1200" was placed, the file now says "1300"',
    ])
    expect([...placed.values()].slice(0, 2)).toEqual(before)
  })

  it('is not refused for a constant that changed in the mapping, which is told once for all orders', async () => {
    const { api } = createFakeShop()
    const text = 'A-1,Ada,MUG-BLUE,2,12.00\nA-2,Bo,MUG-BLUE,1,12.00\n'
    await importText(orders(text, api))
    const { totals, changes } = await importText(orders(text, api, { email: 'other@shop.example' }))
    expect(totals).toMatchObject({ placed: 0, replayed: 2, rejected: 0 })
    expect(changes.list()).toHaveLength(1)
    expect(changes.list()[0]).toContain('email of 2 orders, the first order A-1')
  })

  it('that another token of the account placed is not placed again', async () => {
    const { placed, api } = createFakeShop()
    await importText(orders('A-1,Ada,MUG-BLUE,2,12.00\n', api))
    for (const placement of placed.values()) placement.isSamePrincipal = false
    const refusing: ImportApi = { ...api, place: async () => Promise.reject(new Error('placed again')) }
    const { totals } = await importText(orders('A-1,Ada,MUG-BLUE,2,12.00\n', refusing))
    expect(totals).toMatchObject({ placed: 0, replayed: 1 })
  })

  it('that the product calls different is told and not rejected', async () => {
    const { api } = createFakeShop(() => ({ kind: 'different' }))
    const { totals, changes } = await importText(orders('A-1,Ada,MUG-BLUE,2,12.00\n', api))
    expect(totals).toMatchObject({ replayed: 1, rejected: 0 })
    expect(changes.count()).toBe(1)
  })
})

describe('an import', () => {
  it('ends with the reason when the API denies access', async () => {
    const { api } = createFakeShop(() => new AccessDenied('403 no'))
    const stop = new AbortController()
    const { done } = await runImport({ ...rows(GOOD.repeat(50), api), stop })
    await expect(done).rejects.toThrow('403 no')
    expect(stop.signal.reason).toBeInstanceOf(AccessDenied)
  })

  it('stops on request and counts the placed orders', async () => {
    const { placed, api } = createFakeShop()
    const stop = new AbortController()
    const slow: ImportApi = { ...api, states: async () => [] }
    const { done, totals } = await runImport({ ...rows(GOOD.repeat(50), slow), stop })
    await expect.poll(() => placed.size).toBe(3)
    stop.abort(new Error('stopped'))
    await expect(done).rejects.toThrow('stopped')
    expect(totals()).toMatchObject({ placed: 3, unfinished: 3 })
  })
})
