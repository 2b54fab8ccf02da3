import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listOrderStates } from '@/app/_server/orders/list-order-states'
import { listPlacements } from '@/app/_server/orders/list-placements'
import { placeOrder } from '@/app/_server/orders/place-order'
import { createActor, startTestWeb, type TestWeb } from '@/app/_server/testing/test-web'
import { orderIntake, orders } from '@/db/schema/orders'
import { OrderRequest } from '@/temporal/contract/schemas/order-request'
import type { ImportApi } from './api'
import { collectChanges } from './placed-before'
import { openRejects } from './rejects'
import { decideTasks } from './same-rows'
import { startImport } from './start-import'
import { planExport } from './testing/plan-file'

let web: TestWeb
let api: ImportApi
const folder = mkdtempSync(join(tmpdir(), 'real-'))

beforeAll(async () => {
  web = await startTestWeb()
  const ctx = web.as({ ...createActor('import', []), principal: 'token:import' })
  api = {
    async place(key, body) {
      const { order, replayed } = await placeOrder(ctx, {
        idempotencyKey: key,
        order: OrderRequest.parse(body),
      })
      return { kind: replayed ? 'replayed' : 'placed', orderId: order.orderId, state: order.state }
    },
    placements: (keys) => listPlacements(ctx, { keys: [...keys] }),
    states: (ids) => listOrderStates(ctx, { ids: [...ids] }),
  }
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await web.stop()
})

const importExport = async (file: string, fileHash: string) => {
  const { plan, table } = planExport(file)
  const decided = await decideTasks({
    ...plan,
    file: { file, fileHash },
    sameRowsAre: undefined,
    api,
  })
  const changes = collectChanges()
  const { totals, done } = startImport({
    ...decided,
    file: { file, fileHash },
    api,
    rejects: openRejects(join(folder, `${file}.rejects.csv`), table.headingCells),
    changes,
    window: 20,
    stop: new AbortController(),
  })
  await done
  return { totals: totals(), changes: changes.list() }
}

const countPlaced = async (file: string) => {
  const [row] = await web.stack.db
    .select({ orders: sql<number>`count(*)::int`, sum: sql<number>`sum(${orders.totalCents})::int` })
    .from(orderIntake)
    .innerJoin(orders, sql`${orders.orderId} = ${orderIntake.orderId}`)
    .where(sql`${orderIntake.importedFrom}->>'file' = ${file}`)
  return row
}

it.each([
  ['storefront.csv', 2, 133_500],
  ['semicolon-cp1252.csv', 2, 133_500],
  ['unicode-text-utf16.txt', 2, 4_800],
  ['auction-report.csv', 3, 137_550],
  ['quotes-in-tabs.txt', 5, 149_800],
  ['doubled-headings.csv', 2, 9_600],
  ['one-row-per-piece.csv', 2, 136_850],
  ['products-in-a-cell.csv', 3, 18_400],
  ['account-activity.csv', 3, 138_700],
  ['saved-by-a-spreadsheet.csv', 1, 6_800],
  ['etsy-sold-order-items.csv', 2, 9_800],
])(
  '%s is placed as it is planned, and a later export of the same orders places nothing',
  async (file, count, sum) => {
    const first = await importExport(file, 'a'.repeat(16))
    expect(first.totals).toMatchObject({ placed: count, totalMinor: sum })
    expect(await countPlaced(file)).toEqual({ orders: count, sum })
    const second = await importExport(file, 'b'.repeat(16))
    expect(second).toMatchObject({ totals: { placed: 0, replayed: count }, changes: [] })
    expect(await countPlaced(file)).toEqual({ orders: count, sum })
  },
)
