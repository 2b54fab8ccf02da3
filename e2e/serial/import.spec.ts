import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { selectRows } from '../support/sql'
import { startImport } from '../support/start-import'

const SAMPLE = join(import.meta.dirname, '..', 'data', 'cdnow-300.txt')
const MAPPING = join('ops', 'import', 'cdnow.json')
const THRESHOLD_CENTS = 100_00

interface Input {
  file: string
  mapping: string
  rejects: string
  /** Suffix of every customer's e-mail address in this run. */
  domain: string
}

/**
 * The sample and its mapping with an additional column, the name of this run. Keys are hashes of rows, so without it
 * the rows would be replays of an earlier run.
 */
const writeInput = (rows: string): Input => {
  const run = randomUUID().slice(0, 8)
  const folder = test.info().outputPath('import')
  mkdirSync(folder, { recursive: true })
  const shipped = JSON.parse(readFileSync(MAPPING, 'utf8'))
  const mapping = {
    ...shipped,
    columns: [...shipped.columns, 'run'],
    order: { ...shipped.order, email: shipped.order.email.replace('@', '@{run}.') },
  }
  const input = {
    file: join(folder, 'rows.txt'),
    mapping: join(folder, 'mapping.json'),
    rejects: join(folder, 'rejects.csv'),
    domain: `@${run}.cdnow.example`,
  }
  writeFileSync(input.mapping, JSON.stringify(mapping))
  writeFileSync(input.file, rows.replaceAll('\r\n', ` ${run}\r\n`))
  return input
}

interface Counted {
  orders: number
  completed: number
  waiting: number
  completedCents: number
  waitingCents: number
  chargedCents: number
  customers: number
  dates: number
}

const countOrders = async (domain: string): Promise<Counted> => {
  const [row] = await selectRows<Counted & Record<string, unknown>>(
    `select count(*)::int as orders, count(distinct i.email)::int as customers,
       count(o.purchased_at)::int as dates,
       (count(*) filter (where o.state = 'COMPLETED'))::int as completed,
       (count(*) filter (where o.state = 'AWAITING_APPROVAL'))::int as waiting,
       coalesce(sum(o.total_cents) filter (where o.state = 'COMPLETED'), 0)::int as "completedCents",
       coalesce(sum(o.total_cents) filter (where o.state = 'AWAITING_APPROVAL'), 0)::int as "waitingCents",
       coalesce(sum((select sum(amount_cents) from payments p where p.order_id = o.order_id and p.status = 'charged')), 0)::int
         as "chargedCents"
     from order_intake i left join orders o using (order_id) where i.email like $1`,
    [`%${domain}`],
  )
  return row as Counted
}

/** The totals of the file in exact cents. */
const countExpected = (rows: string): Counted => {
  const lines = rows.split('\r\n').filter((line) => line.trim() !== '')
  const cents = lines.map((line) => Number(line.trim().split(/\s+/)[4]?.replace('.', '')))
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0)
  const waiting = cents.filter((value) => value > THRESHOLD_CENTS)
  const completed = cents.filter((value) => value <= THRESHOLD_CENTS)
  return {
    orders: lines.length,
    customers: new Set(lines.map((line) => line.trim().split(/\s+/)[0])).size,
    dates: lines.length,
    completed: completed.length,
    waiting: waiting.length,
    completedCents: sum(completed),
    waitingCents: sum(waiting),
    chargedCents: sum(completed),
  }
}

test('300 purchases are imported once each although the import is killed, stopped and repeated', async () => {
  test.setTimeout(240_000)
  const rows = readFileSync(SAMPLE, 'utf8')
  const { file, mapping, rejects, domain } = writeInput(rows)
  const untilPlaced = (orders: number) =>
    expect
      .poll(async () => (await countOrders(domain)).orders, { timeout: 60_000, intervals: [50] })
      .toBeGreaterThan(orders)

  const killed = startImport(file, mapping, rejects)
  await untilPlaced(60)
  killed.process.kill('SIGKILL')
  expect(await killed.ended).toBe('SIGKILL')
  const afterKill = (await countOrders(domain)).orders
  expect(afterKill).toBeLessThan(300)

  const stopped = startImport(file, mapping, rejects)
  await untilPlaced(afterKill + 40)
  stopped.process.kill('SIGINT')
  expect(await stopped.ended, stopped.output()).toBe(130)
  expect(stopped.output()).toMatch(/already there/)

  const finished = startImport(file, mapping, rejects)
  expect(await finished.ended, finished.output()).toBe(0)
  expect(await countOrders(domain)).toEqual(countExpected(rows))

  const again = startImport(file, mapping, rejects)
  expect(await again.ended, again.output()).toBe(0)
  expect(again.output()).toContain('0 orders placed, 300 already there, 0 rows rejected')
  expect(await countOrders(domain)).toEqual(countExpected(rows))
})

test('bad rows go to a file with line and reason, and the rest is placed', async () => {
  test.setTimeout(120_000)
  const good = ' 00004 0001 19970101  2   29.33\r\n'
  const { file, mapping, rejects, domain } = writeInput(
    `${good}not a purchase\r\n 00005 0001 19970101  0   29.33\r\n 00006 0001 19970230  1   29.33\r\n${good}`,
  )
  const run = startImport(file, mapping, rejects)
  expect(await run.ended, run.output()).toBe(1)
  expect(run.output()).toContain('2 orders placed, 0 already there, 3 rows rejected')
  const lines = readFileSync(rejects, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/customer,sampleId,date,quantity,dollars,run,import: line,import: reason$/)
  expect(lines[1]).toMatch(/^not,a,purchase,.*,2,4 columns instead of 6$/)
  expect(lines[2]).toMatch(/^00005,0001,19970101,0,.*,3,"quantity ""0"" is not/)
  expect(lines[3]).toMatch(/^00006,.*,4,"date ""19970230"" is not a day/)
  expect((await countOrders(domain)).orders).toBe(2)
})

test('an export of a shop is placed order by order, and a second export of it places nothing twice', async () => {
  test.setTimeout(120_000)
  const run = randomUUID().slice(0, 8)
  const folder = test.info().outputPath('import')
  mkdirSync(folder, { recursive: true })
  const [file, mapping, rejects] = ['csv', 'json', 'rejects.csv'].map((end) =>
    join(folder, `shop-${run}.${end}`),
  ) as [string, string, string]
  const shipped = JSON.parse(readFileSync(join('ops', 'import', 'mappings', 'shop-38-columns.json'), 'utf8'))
  // The number of an order is its identity within its shop, so another shop has other orders.
  writeFileSync(mapping, JSON.stringify({ ...shipped, shop: run }))
  const text = readFileSync(join('ops', 'import', 'testing', 'exports', 'shop-38-columns.csv'), 'utf8')
  writeFileSync(file, text)
  const countPlaced = async () => {
    const [row] = await selectRows<{ orders: number; cents: number; skus: number }>(
      `select count(*)::int as orders, coalesce(sum(o.total_cents), 0)::int as cents,
         (count(*) filter (where i.items->0->>'sku' like 'woo-import-%'))::int as skus
       from order_intake i left join orders o using (order_id) where i.imported_from->>'file' = $1`,
      [`shop-${run}.csv`],
    )
    return row
  }
  const first = startImport(file, mapping, rejects)
  expect(await first.ended, first.output()).toBe(0)
  expect(first.output()).toContain('50 orders placed, 0 already there, 0 rows rejected')
  expect(await countPlaced()).toEqual({ orders: 50, cents: 3_776_039, skus: 50 })

  writeFileSync(file, text.replaceAll('9729 Oak Street', '9731 Oak Street'))
  const again = startImport(file, mapping, rejects)
  expect(await again.ended, again.output()).toBe(0)
  expect(again.output()).toContain('0 orders placed, 50 already there, 0 rows rejected')
  expect(again.output()).toContain(
    'order 10001: "9729 Oak Street" was placed, the file now says "9731 Oak Street"',
  )
  expect(await countPlaced()).toEqual({ orders: 50, cents: 3_776_039, skus: 50 })
})

test('a token without the role import is refused, and nothing is placed', async () => {
  const { people, stack } = await import('../support/stack')
  const { file, mapping, domain } = writeInput(' 00004 0001 19970101  2   29.33\r\n')
  const { spawnSync } = await import('node:child_process')
  const target = ['--url', stack.url, '--token', people.ana.apiToken, '--mapping', mapping]
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'ops/import/main.ts', file, ...target])
  expect(run.status).toBe(1)
  expect(run.stderr.toString()).toContain('does not let this import in')
  expect((await countOrders(domain)).orders).toBe(0)
})
