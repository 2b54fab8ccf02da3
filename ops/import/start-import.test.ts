import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AccessDenied, type ImportApi, type Placement } from './api'
import { readMapping } from './mapping'
import { openRejects } from './rejects'
import { startImport } from './start-import'
import type { OrderBody } from './to-order'

const folder = mkdtempSync(join(tmpdir(), 'run-'))
afterAll(() => rmSync(folder, { recursive: true }))

const GOOD = ' 00004 0001 19970101  2   29.33\r\n'
const ZERO = ' 01101 0087 19970105  1    0.00\r\n'

/** Orders by key, as the API stores them: the same key is the same order. */
const shop = (refuse: (body: OrderBody) => Placement | Error | null = () => null) => {
  const orders = new Map<string, OrderBody>()
  const api: ImportApi = {
    async place(key, body) {
      const refusal = refuse(body)
      if (refusal instanceof Error) throw refusal
      if (refusal) return refusal
      const kind = orders.has(key) ? 'replayed' : 'placed'
      orders.set(key, body)
      return { kind, orderId: key, state: 'PENDING' }
    },
    states: async (ids) => ids.map((orderId) => ({ orderId, state: 'COMPLETED' })),
  }
  return { orders, api }
}

const startRun = (text: string, api: ImportApi, stop = new AbortController()) => {
  const file = join(folder, 'rows.txt')
  writeFileSync(file, text)
  const rejects = openRejects(join(folder, 'rejects.csv'))
  const mapping = readMapping(join(import.meta.dirname, 'cdnow.json'))
  return startImport({ file, mapping, api, rejects, window: 3, stop })
}

describe('an import', () => {
  it('places every row once, equal rows as two purchases, however often it runs', async () => {
    const { orders, api } = shop()
    const text = GOOD + ZERO + GOOD
    const first = startRun(text, api)
    await first.done
    expect(first.totals()).toMatchObject({
      placed: 3,
      replayed: 0,
      rejected: 0,
      totalCents: 58_66,
      unfinished: 0,
      settled: { COMPLETED: 3 },
    })
    const second = startRun(GOOD + text, api)
    await second.done
    expect(second.totals()).toMatchObject({ placed: 1, replayed: 3 })
    expect(orders.size).toBe(4)
  })

  it('continues after invalid rows and writes each with its line and reason', async () => {
    const { orders, api } = shop(({ email }) =>
      email.includes('00009') ? { kind: 'refused', reason: '422 no' } : null,
    )
    const run = startRun(
      `oops\r\n\r\n${GOOD} 00009 1 19970101 1 "9"\r\n 00009 1 19970101 1 9.99\r\n${ZERO}`,
      api,
    )
    await run.done
    expect(run.totals()).toMatchObject({ placed: 2, rejected: 3 })
    expect(orders.size).toBe(2)
    expect(readFileSync(join(folder, 'rejects.csv'), 'utf8').split('\n')).toEqual([
      'line,reason,row',
      '1,"1 columns instead of 5","oops"',
      '4,"total """"9"""" is not an amount with up to two decimals","00009 1 19970101 1 ""9"""',
      '5,"422 no","00009 1 19970101 1 9.99"',
      '',
    ])
  })

  it('ends with the reason when the API denies access', async () => {
    const { api } = shop(() => new AccessDenied('403 no'))
    const stop = new AbortController()
    await expect(startRun(GOOD.repeat(50), api, stop).done).rejects.toThrow('403 no')
    expect(stop.signal.reason).toBeInstanceOf(AccessDenied)
  })

  it('stops on request and counts the placed orders', async () => {
    const { orders, api } = shop()
    const stop = new AbortController()
    const slow: ImportApi = { ...api, states: async () => [] }
    const run = startRun(GOOD.repeat(50), slow, stop)
    await expect.poll(() => orders.size).toBe(3)
    stop.abort(new Error('stopped'))
    await expect(run.done).rejects.toThrow('stopped')
    expect(run.totals()).toMatchObject({ placed: 3, unfinished: 3 })
  })
})
