import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../../db/queries/cases/cases'
import { caseEvents } from '../../../db/schema/cases'
import { payments, shipments } from '../../../db/schema/services'
import { seedCatalogue } from '../../../db/seed-catalogue'
import { toWorkflowId } from '../../contract/cases/case-ids'
import type { OrderView } from '../../contract/orders/order'
import { SIGNALS, UPDATES } from '../../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, type OrderOptions, placeOrder } from '../../testing/test-cases'
import { createOutages } from '../../testing/test-outages'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import {
  decide,
  signal,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../../testing/wait-for-case'

const outages = createOutages()
let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack({
    aroundBridge: outages.aroundBridge,
    services: { slowPaymentMs: 600_000 },
  })
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

type Command = Parameters<typeof outages.cut>[1]

/** An order that `command` parks, and what brings it there. */
interface Parking {
  command: Command
  order?: OrderOptions
  act?(orderId: string): Promise<unknown>
  end: Partial<OrderView>
}

const COMPLETED = { state: 'COMPLETED', stock: 'reserved' } as const
const PARKINGS: Record<string, Parking> = {
  'reserving stock': { command: 'reserveInventory', end: COMPLETED },
  charging: { command: 'processPayment', end: COMPLETED },
  'charging, after an approval': {
    command: 'processPayment',
    order: { rules: ALWAYS_APPROVE_RULES },
    act: async (orderId) => decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'approved' }),
    end: COMPLETED,
  },
  'creating the shipment': { command: 'createShipment', end: COMPLETED },
  'returning stock': {
    command: 'releaseStock',
    order: { rules: ALWAYS_APPROVE_RULES },
    act: async (orderId) =>
      decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'rejected', comment: 'no' }),
    end: { state: 'CANCELLED', stock: 'released' },
  },
  refunding: {
    command: 'refundPayment',
    order: { token: 'tok_slow' },
    act: async (orderId) => {
      await waitForOrder(stack, orderId, ({ payment }) => payment.status === 'pending')
      await signal(stack, orderId, SIGNALS.cancelOrder, undefined)
    },
    end: {
      state: 'CANCELLED',
      stock: 'released',
      payment: { status: 'voided', chargedCents: 0, refundedCents: 0 },
    },
  },
}

const park = async ({ command, order, act }: Parking, policy: OrderOptions['policy']): Promise<OrderView> => {
  const beforeStart = (orderId: string) => outages.cut(orderId, command)
  const orderId = await placeOrder(stack, { ...order, policy, beforeStart })
  await act?.(orderId)
  return waitForOrder(stack, orderId, ({ attention }) => attention !== null)
}

const rowsOf = async (orderId: string) => ({
  entries: await stack.db.select().from(caseEvents).where(eq(caseEvents.caseId, orderId)),
  charges: await stack.db.select().from(payments).where(eq(payments.orderId, orderId)),
  parcels: await stack.db.select().from(shipments).where(eq(shipments.orderId, orderId)),
})

/** An hour: nothing happens by itself. */
const PATIENT = { parkFirstMs: 3_600_000, parkMaxMs: 3_600_000 }

describe('a parked order that is tried again at once', () => {
  it.concurrent.each(Object.entries(PARKINGS))('goes on from %s', async (_, parking) => {
    const { orderId, attention } = await park(parking, PATIENT)
    expect(Date.parse(attention?.retryAt ?? '')).toBeGreaterThan(Date.now() + 3_000_000)
    outages.restore(orderId)
    const by = { id: 'ana', name: 'Agent ana' }
    const outcome = await update(stack, orderId, UPDATES.retryNow, { by })
    expect(outcome).toMatchObject({ kind: 'done', view: { attention: { retryAt: null } } })
    await waitForEnd(stack, toWorkflowId(orderId))
    const order = await waitForOrder(stack, orderId, () => true)
    expect(order).toMatchObject({ ...parking.end, attention: null })
    expect(order.stream.filter(({ code }) => code === 'retryRequested')).toMatchObject([
      { sender: by, params: { step: attention?.step } },
    ])
  })

  it('is tried once for two presses, and refuses where nothing waits', async () => {
    const { orderId } = await park({ command: 'processPayment', end: {} }, PATIENT)
    await Promise.all([1, 2].map(() => update(stack, orderId, UPDATES.retryNow, { by: { name: 'Ana' } })))
    const again = await waitForOrder(stack, orderId, ({ attention }) => attention?.attempts === 2)
    expect(again.stream.filter(({ code }) => code === 'retryRequested').length).toBe(1)
    outages.restore(orderId)
    await update(stack, orderId, UPDATES.retryNow, { by: { name: 'Ana' } })
    await waitForEnd(stack, toWorkflowId(orderId))

    const waiting = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    await waitForApprovalOf(stack, waiting)
    await expect(update(stack, waiting, UPDATES.retryNow, {})).rejects.toMatchObject({ code: 'NOT_PARKED' })
  })
})

/** Few events, so that an order continues as new after about two attempts. */
const SHORT = { parkFirstMs: 10, parkMaxMs: 10, continueAfterEvents: 30 }

const describeRun = (orderId: string) => stack.client.workflow.getHandle(toWorkflowId(orderId)).describe()
const readRunId = async (orderId: string): Promise<string> => (await describeRun(orderId)).runId

/** Waits until runs have ended while the step stays parked. */
const waitForRuns = async (orderId: string, count: number): Promise<void> => {
  const runIds = new Set<string>()
  await waitUntil(async () => runIds.add(await readRunId(orderId)).size >= count, 60_000)
}

describe('a parked order that continues as new', () => {
  it.concurrent.each(Object.entries(PARKINGS))(
    'loses nothing while %s',
    async (_, parking) => {
      const { orderId } = await park(parking, SHORT)
      await waitForRuns(orderId, 2)
      const { attention } = await waitForOrder(stack, orderId, () => true)
      expect(attention?.attempts).toBeGreaterThan(1)
      outages.restore(orderId)
      await waitForEnd(stack, toWorkflowId(orderId))

      const order = await waitForOrder(stack, orderId, () => true)
      expect(order).toMatchObject({ ...parking.end, attention: null, runId: await readRunId(orderId) })
      expect(order.stream.map(({ id }) => id)).toEqual(order.stream.map((_, i) => i + 1))
      const counts = new Map<string, number>()
      for (const { code } of order.stream) counts.set(code, (counts.get(code) ?? 0) + 1)
      expect([...counts].filter(([, count]) => count > 1)).toEqual([])

      const { memo, searchAttributes } = await describeRun(orderId)
      expect({ memo, searchAttributes }).toMatchObject({
        memo: { submitter: 'Ada Byron' },
        searchAttributes: { CaseKind: ['order'], CaseState: [order.state] },
      })
      const { view } = (await selectCase(stack.db, orderId)) ?? {}
      expect(view).toMatchObject({ version: order.version, runId: order.runId })
      const { entries, charges, parcels } = await rowsOf(orderId)
      expect(entries.map(({ id }) => id).sort((a, b) => a - b)).toEqual(order.stream.map(({ id }) => id))
      const isSold = order.state === 'COMPLETED'
      expect(charges.filter(({ status }) => status === 'charged').length).toBe(isSold ? 1 : 0)
      expect(parcels.length).toBe(isSold ? 1 : 0)
    },
    90_000,
  )

  it('takes signals, updates and cancellations in every run', async () => {
    const { orderId } = await park({ command: 'processPayment', end: {} }, SHORT)
    await signal(stack, orderId, 'noSuchSignal', null)
    await waitForRuns(orderId, 3)
    await update(stack, orderId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' }, reason: 'too late' })
    await waitForEnd(stack, toWorkflowId(orderId))
    const { state, stream } = await waitForOrder(stack, orderId, () => true)
    expect(state).toBe('CANCELLED')
    expect(stream.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['signalIgnored', 'cancelRequested']),
    )
  }, 90_000)

  it('goes on waiting for a payment, however many signals arrive', async () => {
    const orderId = await placeOrder(stack, { token: 'tok_slow', policy: SHORT })
    await waitForOrder(stack, orderId, ({ payment }) => payment.status === 'pending')
    const first = await readRunId(orderId)
    await waitUntil(async () => {
      await signal(stack, orderId, 'noSuchSignal', null)
      return (await readRunId(orderId)) !== first
    })
    await signal(stack, orderId, SIGNALS.paymentCompleted, 'charged')
    await signal(stack, orderId, SIGNALS.cancelOrder, undefined)
    await waitForEnd(stack, toWorkflowId(orderId))
    const { state, payment, stream } = await waitForOrder(stack, orderId, () => true)
    expect({ state, payment }).toMatchObject({ state: 'CANCELLED', payment: { status: 'voided' } })
    expect(stream.filter(({ code }) => code === 'paymentStarted').length).toBe(1)
  })
})
