import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../../db/queries/cases/cases'
import { payments, products } from '../../../db/schema/services'
import { seedCatalogue } from '../../../db/seed-catalogue'
import { SIGNALS } from '../../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, placeOrder } from '../../testing/test-cases'
import { createOutages } from '../../testing/test-outages'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import {
  decide,
  queryApproval,
  queryOrder,
  signal,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../../testing/wait-for-case'

const outages = createOutages()
const { aroundBridge } = outages
let stack: TestStack
let slow: TestStack
beforeAll(async () => {
  ;[stack, slow] = await Promise.all([
    startTestStack({ aroundBridge }),
    // The carrier reports nothing: orders stay in the state that the test put them in.
    startTestStack({ aroundBridge, services: { carrier: null, slowPaymentMs: 600_000 } }),
  ])
  await Promise.all([seedCatalogue(stack.db), seedCatalogue(slow.db)])
})
afterAll(() => Promise.all([stack.stop(), slow.stop()]))

describe('an order', () => {
  it('names the rule that asked for an approval', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const { rule } = await waitForOrder(stack, orderId, ({ state }) => state === 'AWAITING_APPROVAL')
    expect(rule?.rule).toBe('high-value')
  })

  it('parks a step while its service cannot be reached, and continues afterwards', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    outages.cut(orderId, 'processPayment')
    await decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'approved' })
    const parked = await waitForOrder(stack, orderId, ({ attention }) => (attention?.attempts ?? 0) > 0)
    expect(parked.attention).toMatchObject({ step: 'Charging', error: 'payment cannot be reached' })
    expect(parked.state).toBe('PROCESSING_PAYMENT')
    outages.restore(orderId)
    await waitForEnd(stack, parked.workflowId)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'COMPLETED', attention: null })
  })

  it('retries a compensation without limit and marks the order as needing attention', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(stack, orderId)
    outages.cut(orderId, 'releaseStock')
    await decide(stack, approvalId, { decision: 'rejected', comment: 'no' })
    const stuck = await waitForOrder(stack, orderId, ({ attention }) => attention !== null)
    expect(stuck).toMatchObject({ state: 'AWAITING_APPROVAL', stock: 'reserved' })
    outages.restore(orderId)
    await waitForEnd(stack, stuck.workflowId)
    expect(await queryOrder(stack, orderId)).toMatchObject({
      state: 'CANCELLED',
      stock: 'released',
      attention: null,
    })
  })

  it('stores the reason of a rejection for the customer', async () => {
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

  it('continues when the deadline of its approval approves it', async () => {
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

  it('completes when the carrier reports only the delivery', async () => {
    const orderId = await placeOrder(slow)
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    await signal(slow, orderId, SIGNALS.updateOrderStatus, 'delivered')
    await waitForEnd(slow, `order:${orderId}`)
    expect(await queryOrder(slow, orderId)).toMatchObject({ state: 'COMPLETED' })
  })

  it('opens a new approval when its approval is cancelled in Temporal', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const first = await waitForApprovalOf(stack, orderId)
    await stack.client.workflow.getHandle(`approval:${first}`).cancel()
    const { approval } = await waitForOrder(stack, orderId, (order) => order.approval?.approvalId !== first)
    expect(await waitUntil(() => queryApproval(stack, approval?.approvalId ?? ''))).toMatchObject({
      state: 'OPEN',
    })
  })
})

describe('a malformed or early signal', () => {
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
    for (const [name, payload] of MALFORMED) await signal(stack, orderId, name, payload)
    await waitForOrder(
      stack,
      orderId,
      ({ stream }) => stream.filter(({ code }) => code === 'signalIgnored').length === MALFORMED.length,
    )
    await decide(stack, approvalId, { decision: 'approved' })
    await waitForEnd(stack, `order:${orderId}`)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'COMPLETED' })
  })

  it('does not consume the dedupe key of a later carrier event', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(slow, orderId)
    await signal(slow, orderId, SIGNALS.updateOrderStatus, 'shipped')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    await signal(slow, orderId, SIGNALS.updateOrderStatus, 'shipped')
    expect(await waitForOrder(slow, orderId, ({ state }) => state === 'SHIPPED')).toBeTruthy()
  })

  it('does not decide about money: the provider is queried again', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES, token: 'tok_declined' })
    const approvalId = await waitForApprovalOf(slow, orderId)
    outages.cut(orderId, 'processPayment')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ attention }) => attention !== null)
    await signal(slow, orderId, SIGNALS.paymentCompleted, 'charged')
    outages.restore(orderId)
    const order = await waitForOrder(slow, orderId, ({ state }) => state === 'FAILED')
    expect(order.outcome?.code).toBe('PAYMENT_DECLINED')
  })

  it('does not count as a payment while no charge is in progress', async () => {
    const orderId = await placeOrder(slow, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(slow, orderId)
    await signal(slow, orderId, SIGNALS.paymentCompleted, 'charged')
    await decide(slow, approvalId, { decision: 'approved' })
    await waitForOrder(slow, orderId, ({ state }) => state === 'CONFIRMED')
    const [payment] = await slow.db.select().from(payments).where(eq(payments.orderId, orderId))
    expect(payment).toMatchObject({ status: 'charged', amountCents: 1_200 })
  })
})

describe('the end of an order', () => {
  it('waits until the last view is written', async () => {
    const orderId = await placeOrder(slow)
    await waitForOrder(slow, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
    const workflow = slow.client.workflow.getHandle(`order:${orderId}`)
    await slow.db.transaction(async (tx) => {
      await tx.execute('lock table cases in access exclusive mode')
      await signal(slow, orderId, SIGNALS.updateOrderStatus, 'delivered')
      await waitForOrder(slow, orderId, ({ state }) => state === 'COMPLETED')
      expect((await workflow.describe()).status.name).toBe('RUNNING')
    })
    await workflow.result()
    const { state, version } = await queryOrder(slow, orderId)
    expect((await selectCase(slow.db, orderId))?.view).toMatchObject({ state, version })
  })

  it('sells the last unit to one of two orders', async () => {
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
