import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../../db/queries/cases/cases'
import { payments, products } from '../../../db/schema/services'
import type { CommandOf, ServiceBridge } from '../../contract/services'
import { SIGNALS, UPDATES } from '../../contract/temporal-names'
import {
  ALWAYS_APPROVE_RULES,
  decide,
  placeOrder,
  queryApproval,
  queryOrder,
  seedProducts,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../../testing/test-orders'
import { startTestStack, type TestStack } from '../../testing/test-stack'

/** Commands that fail for these orders, as an unreachable service would. */
const unreachable = new Map<string, string>()

const withOutages = (bridge: ServiceBridge): ServiceBridge => ({
  invoke: (service, command, payload, key) => {
    const { orderId } = payload as { orderId: string }
    if (unreachable.get(orderId) === command) throw new Error(`${service} cannot be reached`)
    return bridge.invoke(service, command, payload, key)
  },
})

const cut = (
  orderId: string,
  command: CommandOf<'inventory'> | CommandOf<'payment'> | CommandOf<'shipping'>,
) => unreachable.set(orderId, command)

let stack: TestStack
let slow: TestStack
beforeAll(async () => {
  ;[stack, slow] = await Promise.all([
    startTestStack({ aroundBridge: withOutages }),
    // A carrier that never reports: orders stay where the test put them.
    startTestStack({ aroundBridge: withOutages, services: { carrier: null, slowPaymentMs: 600_000 } }),
  ])
  await Promise.all([seedProducts(stack), seedProducts(slow)])
})
afterAll(() => Promise.all([stack.stop(), slow.stop()]))

const streamOf = async (on: TestStack, orderId: string): Promise<string[]> =>
  (await queryOrder(on, orderId)).stream.map(({ code }) => code)

const cancel = (on: TestStack, orderId: string) =>
  on.gateway.executeUpdate(
    orderId,
    UPDATES.cancelOrder,
    { by: { name: 'Ada Byron' }, reason: 'changed my mind' },
    'c1',
  )

describe('an order', () => {
  it('names the rule that asked for an approval', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const { rule } = await waitForOrder(stack, orderId, ({ state }) => state === 'AWAITING_APPROVAL')
    expect(rule?.rule).toBe('high-value')
  })

  it('parks a step whose service cannot be reached, and goes on when it can', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    cut(orderId, 'processPayment')
    await decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'approved' })
    const parked = await waitForOrder(stack, orderId, ({ attention }) => (attention?.attempts ?? 0) > 0)
    expect(parked.attention).toMatchObject({ step: 'Charging', error: 'payment cannot be reached' })
    expect(parked.state).toBe('PROCESSING_PAYMENT')
    unreachable.delete(orderId)
    await waitForEnd(stack, parked.workflowId)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'COMPLETED', attention: null })
  })

  it('tries a compensation without limit and shows it as needing attention', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(stack, orderId)
    cut(orderId, 'releaseStock')
    await decide(stack, approvalId, { decision: 'rejected', comment: 'no' })
    const stuck = await waitForOrder(stack, orderId, ({ attention }) => attention !== null)
    expect(stuck).toMatchObject({ state: 'AWAITING_APPROVAL', stock: 'reserved' })
    unreachable.delete(orderId)
    await waitForEnd(stack, stuck.workflowId)
    expect(await queryOrder(stack, orderId)).toMatchObject({
      state: 'CANCELLED',
      stock: 'released',
      attention: null,
    })
  })

  it('lets the customer read the reason of a rejection', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    await decide(stack, await waitForApprovalOf(stack, orderId), {
      decision: 'rejected',
      comment: 'too many mugs',
    })
    const { outcome } = await waitForOrder(stack, orderId, ({ state }) => state === 'CANCELLED')
    expect(outcome).toEqual({
      code: 'APPROVAL_REJECTED',
      reason: 'too many mugs',
      customerReason: 'too many mugs',
    })
  })

  it('goes on when the deadline of its approval approves', async () => {
    const orderId = await placeOrder(stack, {
      rules: ALWAYS_APPROVE_RULES,
      approval: { deadlineMs: 100, onDeadline: { action: 'approve' } },
    })
    const done = await waitForOrder(stack, orderId, ({ state }) => state === 'COMPLETED')
    expect(done.approval).toMatchObject({
      state: 'EXPIRED',
      decision: { via: 'deadline', decision: 'approved' },
    })
  })

  it('completes when the carrier only ever says delivered', async () => {
    const orderId = await placeOrder(slow)
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    await slow.gateway.signalCase(orderId, SIGNALS.updateOrderStatus, 'delivered')
    await waitForEnd(slow, `order:${orderId}`)
    expect(await queryOrder(slow, orderId)).toMatchObject({ state: 'COMPLETED' })
  })

  it('asks anew when its approval is cancelled in Temporal', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const first = await waitForApprovalOf(stack, orderId)
    await stack.client.workflow.getHandle(`approval:${first}`).cancel()
    const { approval } = await waitForOrder(stack, orderId, (order) => order.approval?.approvalId !== first)
    expect(await waitUntil(() => queryApproval(stack, approval?.approvalId ?? ''))).toMatchObject({
      state: 'OPEN',
    })
  })
})

describe('cancelling an order', () => {
  it('withdraws the approval that is open and returns the stock', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(stack, orderId)
    const reply = await cancel(stack, orderId)
    expect(reply).toMatchObject({ kind: 'done', view: { state: 'CANCELLED', stock: 'released' } })
    await waitForEnd(stack, `approval:${approvalId}`)
    expect(await queryApproval(stack, approvalId)).toMatchObject({ state: 'WITHDRAWN', decision: null })
  })

  it('refunds a charge that is in flight', async () => {
    const orderId = await placeOrder(slow, { token: 'tok_slow' })
    await waitForOrder(slow, orderId, ({ payment }) => payment.status === 'pending')
    expect(await cancel(slow, orderId)).toMatchObject({ view: { state: 'CANCELLED' } })
    const [payment] = await slow.db.select().from(payments).where(eq(payments.orderId, orderId))
    expect(payment?.status).toBe('voided')
  })

  it('wins over an approval that is given at the same moment', async () => {
    const orderIds = await Promise.all(
      Array.from({ length: 10 }, () => placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })),
    )
    for (const orderId of orderIds) {
      const approvalId = await waitForApprovalOf(slow, orderId)
      const [cancelled] = await Promise.allSettled([
        cancel(slow, orderId),
        decide(slow, approvalId, { decision: 'approved' }),
      ])
      const order = await waitForOrder(
        slow,
        orderId,
        ({ shipment, state }) => shipment !== null || state === 'CANCELLED',
      )
      const wasTaken = cancelled.status === 'fulfilled' && cancelled.value.kind === 'done'
      expect(order.state).toBe(wasTaken ? 'CANCELLED' : 'CONFIRMED')
    }
  })

  it('is refused with the reason once the shipment is scheduled', async () => {
    const orderId = await placeOrder(slow)
    await waitForOrder(slow, orderId, ({ shipment }) => shipment !== null)
    await expect(cancel(slow, orderId)).rejects.toMatchObject({
      code: 'TOO_LATE_TO_CANCEL',
      message: 'This order is already being packed',
    })
    await slow.gateway.signalCase(orderId, SIGNALS.cancelOrder, undefined)
    expect(await waitUntil(async () => (await streamOf(slow, orderId)).includes('cancelTooLate'))).toBe(true)
  })

  it('ends a step that is parked', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })
    cut(orderId, 'processPayment')
    await decide(slow, await waitForApprovalOf(slow, orderId), { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ attention }) => attention !== null)
    expect(await cancel(slow, orderId)).toMatchObject({ view: { state: 'CANCELLED', stock: 'released' } })
  })

  it("is what Temporal's own Cancel means", async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    await waitForApprovalOf(stack, orderId)
    await stack.client.workflow.getHandle(`order:${orderId}`).cancel()
    await waitForEnd(stack, `order:${orderId}`)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'CANCELLED', stock: 'released' })
  })
})

describe('what cannot be read', () => {
  const MALFORMED = [
    [SIGNALS.updateOrderStatus, { status: 'teleported' }],
    [SIGNALS.updateOrderStatus, 7],
    [SIGNALS.updateOrderStatus, undefined],
    [SIGNALS.cancelOrder, [1, 2]],
    [SIGNALS.paymentCompleted, { paid: 'yes' }],
    ['noSuchSignal', null],
  ] as const

  it('becomes an entry of the stream and changes nothing', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(stack, orderId)
    for (const [name, payload] of MALFORMED) await stack.gateway.signalCase(orderId, name, payload)
    await waitForOrder(
      stack,
      orderId,
      ({ stream }) => stream.filter(({ code }) => code === 'signalIgnored').length === MALFORMED.length,
    )
    await decide(stack, approvalId, { decision: 'approved' })
    await waitForEnd(stack, `order:${orderId}`)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'COMPLETED' })
  })

  it('does not use up the key of a carrier event that comes later', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(slow, orderId)
    await slow.gateway.signalCase(orderId, SIGNALS.updateOrderStatus, 'shipped')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    await slow.gateway.signalCase(orderId, SIGNALS.updateOrderStatus, 'shipped')
    expect(await waitForOrder(slow, orderId, ({ state }) => state === 'SHIPPED')).toBeTruthy()
  })

  it('never believes a signal about money: the provider is asked again', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES, token: 'tok_declined' })
    const approvalId = await waitForApprovalOf(slow, orderId)
    cut(orderId, 'processPayment')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ attention }) => attention !== null)
    await slow.gateway.signalCase(orderId, SIGNALS.paymentCompleted, 'charged')
    unreachable.delete(orderId)
    const order = await waitForOrder(slow, orderId, ({ state }) => state === 'FAILED')
    expect(order.outcome?.code).toBe('PAYMENT_DECLINED')
  })

  it('never takes a payment for made while no charge is under way', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(slow, orderId)
    await slow.gateway.signalCase(orderId, SIGNALS.paymentCompleted, 'charged')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ state }) => state === 'CONFIRMED')
    const [payment] = await slow.db.select().from(payments).where(eq(payments.orderId, orderId))
    expect(payment).toMatchObject({ status: 'charged', amountCents: 1_200 })
  })
})

describe('the end of an order', () => {
  it('waits until its last view is written: a removed flush would close it before', async () => {
    const orderId = await placeOrder(slow)
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    const workflow = slow.client.workflow.getHandle(`order:${orderId}`)
    await slow.db.transaction(async (tx) => {
      await tx.execute('lock table cases in access exclusive mode')
      await slow.gateway.signalCase(orderId, SIGNALS.updateOrderStatus, 'delivered')
      await waitForOrder(slow, orderId, ({ state }) => state === 'COMPLETED')
      expect((await workflow.describe()).status.name).toBe('RUNNING')
    })
    await workflow.result()
    const { state, version } = await queryOrder(slow, orderId)
    expect((await selectCase(slow.db, orderId))?.view).toMatchObject({ state, version })
  })

  it('leaves stock to nobody twice: two orders for the last piece, one gets it', async () => {
    await stack.db.update(products).set({ available: 1 }).where(eq(products.sku, 'PRINT-LTD'))
    const orderIds = await Promise.all([
      placeOrder(stack, { sku: 'PRINT-LTD' }),
      placeOrder(stack, { sku: 'PRINT-LTD' }),
    ])
    await Promise.all(orderIds.map((orderId) => waitForEnd(stack, `order:${orderId}`)))
    const states = await Promise.all(
      orderIds.map(async (orderId) => (await queryOrder(stack, orderId)).state),
    )
    expect(states.sort()).toEqual(['COMPLETED', 'FAILED'])
  })
})
