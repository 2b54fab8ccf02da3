import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import type { OrderView } from '../../temporal/contract/orders/order'
import { isSettled, type OrderState } from '../../temporal/contract/states'
import { decide, expectBody, placeOrder } from '../support/api'
import { mapLimited } from '../support/map-limited'
import { listOrderEffects, readAvailableStock, readProjection, selectRows } from '../support/sql'
import { people, readStack, stack } from '../support/stack'
import { queryView } from '../support/temporal'

const { ana } = people
/** Many customers, so that none reaches the rate limit. */
const buyers = stack.accounts.filter(({ email }) => email !== ana.email)
const { cheap, dear } = stack.skus

const UNDER_WAY = 200
const WAVE = 40
const MOST = 600
const RECOVERY_MS = 60_000

interface Kind {
  sku: string
  paymentToken: string
  ends: OrderState
  outcome: string | null
}

/** The mix of orders. Slow cards keep orders unfinished for seconds. */
const KINDS: Kind[] = [
  ...Array(5).fill({ sku: cheap, paymentToken: 'tok_slow', ends: 'COMPLETED', outcome: 'COMPLETED' }),
  ...Array(2).fill({ sku: cheap, paymentToken: 'tok_approved', ends: 'COMPLETED', outcome: 'COMPLETED' }),
  { sku: cheap, paymentToken: 'tok_flaky', ends: 'COMPLETED', outcome: 'COMPLETED' },
  { sku: cheap, paymentToken: 'tok_declined', ends: 'FAILED', outcome: 'PAYMENT_DECLINED' },
  { sku: dear, paymentToken: 'tok_approved', ends: 'AWAITING_APPROVAL', outcome: null },
]

interface Placed {
  orderId: string
  kind: Kind
}

const readStates = async (run: string): Promise<Map<string, OrderState>> => {
  const rows = await selectRows<{ id: string; state: OrderState }>(
    'select o.order_id as id, o.state from orders o join order_intake i using (order_id) where i.email like $1',
    [`%-${run}@kill.example`],
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Places orders until 200 of them are unfinished at the same time. */
const placeUntilUnderWay = async (run: string): Promise<Placed[]> => {
  const placed: Placed[] = []
  for (;;) {
    const states = await readStates(run)
    const isUnfinished = ({ orderId }: Placed) => !isSettled(states.get(orderId) ?? 'PENDING')
    const underWay = placed.filter(isUnfinished).length
    if (underWay >= UNDER_WAY) return placed
    expect(placed.length, `${underWay} of ${placed.length} orders under way`).toBeLessThan(MOST)
    const wave = Array.from({ length: WAVE }, (_, n) => KINDS[n % KINDS.length] as Kind)
    const orders = await mapLimited(wave, WAVE, ({ sku, paymentToken }, n) =>
      placeOrder(buyers[n % buyers.length] ?? ana, {
        sku,
        paymentToken,
        email: `${placed.length + n}-${run}@kill.example`,
      }),
    )
    placed.push(...orders.map(({ orderId }, n) => ({ orderId, kind: wave[n] as Kind })))
  }
}

/** Kills the worker by SIGKILL and waits until the stack has started another one. */
const killWorker = async (): Promise<void> => {
  const { worker } = readStack().processes
  process.kill(worker, 'SIGKILL')
  await expect
    .poll(() => readStack().processes.worker, { timeout: 30_000, intervals: [100] })
    .not.toBe(worker)
}

const decideWaiting = async (waiting: Placed[]): Promise<void> => {
  await mapLimited(waiting, 8, async ({ orderId, kind }, n) => {
    const decision = n % 2 === 0 ? 'approved' : 'rejected'
    expectBody(await decide(ana, orderId, { decision, comment: 'After the power cut' }))
    kind.ends = decision === 'approved' ? 'COMPLETED' : 'CANCELLED'
  })
}

const waitForAllToEnd = (run: string, placed: Placed[], timeoutMs: number) =>
  expect
    .poll(
      async () => {
        const states = await readStates(run)
        return placed.filter(({ orderId, kind }) => states.get(orderId) !== kind.ends).length
      },
      { timeout: timeoutMs, intervals: [500], message: 'orders that did not end as they should' },
    )
    .toBe(0)

const expectConsistentEffects = async (placed: Placed[]): Promise<void> => {
  const books = new Map(
    (await listOrderEffects(placed.map(({ orderId }) => orderId))).map((book) => [book.orderId, book]),
  )
  const prices = new Map(
    (await selectRows<{ sku: string; cents: number }>('select sku, unit_cents as cents from products')).map(
      ({ sku, cents }) => [sku, cents],
    ),
  )
  for (const { orderId, kind } of placed) {
    const kept = kind.ends === 'COMPLETED'
    expect(books.get(orderId), `${orderId} ${kind.paymentToken}`).toMatchObject({
      stock: kept ? 'reserved' : 'released',
      heldCents: kept ? prices.get(kind.sku) : 0,
      charges: kept ? 1 : 0,
      shipments: kept ? 1 : 0,
    })
  }
}

/** Compares every row with the view of its workflow. */
const expectProjectionInSync = async (caseIds: string[]): Promise<void> => {
  const rows = new Map((await readProjection(caseIds)).map((row) => [row.caseId, row]))
  await mapLimited(caseIds, 6, async (caseId) => {
    const { stream, ...view } = await queryView(caseId)
    const row = rows.get(caseId)
    expect(row && { ...row.snapshot, stream: undefined }, caseId).toEqual({ ...view, stream: undefined })
    expect(row, caseId).toMatchObject({ version: view.version, state: view.state, runId: view.runId })
    expect(row?.events, caseId).toBe(stream.at(-1)?.id)
  })
}

test('200 unfinished orders survive a killed worker: all end correctly, stock and money add up', async () => {
  test.setTimeout(300_000)
  const run = randomUUID().slice(0, 8)
  const before = { cheap: await readAvailableStock(cheap), dear: await readAvailableStock(dear) }
  const placed = (await placeUntilUnderWay(run)).map(({ orderId, kind }) => ({ orderId, kind: { ...kind } }))

  await killWorker()
  await waitForAllToEnd(run, placed, RECOVERY_MS)

  const waiting = placed.filter(({ kind }) => kind.ends === 'AWAITING_APPROVAL')
  await decideWaiting(waiting)
  await waitForAllToEnd(run, placed, RECOVERY_MS)

  await expectConsistentEffects(placed)
  const sold = (sku: string) =>
    placed.filter(({ kind }) => kind.sku === sku && kind.ends === 'COMPLETED').length
  expect({ cheap: await readAvailableStock(cheap), dear: await readAvailableStock(dear) }).toEqual({
    cheap: before.cheap - sold(cheap),
    dear: before.dear - sold(dear),
  })
  const approvals = await selectRows<{ id: string }>(
    "select case_id as id from cases where kind = 'approval' and order_id = any($1)",
    [waiting.map(({ orderId }) => orderId)],
  )
  expect(approvals).toHaveLength(waiting.length)
  await expectProjectionInSync([...placed.map(({ orderId }) => orderId), ...approvals.map(({ id }) => id)])
  const outcomes = await mapLimited(placed.slice(0, 20), 6, ({ orderId }) => queryView<OrderView>(orderId))
  for (const [n, { outcome }] of outcomes.entries())
    if (placed[n]?.kind.outcome) expect(outcome?.code).toBe(placed[n]?.kind.outcome)
})
