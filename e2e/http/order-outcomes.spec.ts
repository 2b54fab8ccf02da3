import { expect, test } from '@playwright/test'
import {
  call,
  decide,
  expectBody,
  listCases,
  orderBody,
  placeOrder,
  placeWaitingOrder,
  postOrder,
  readOrder,
  waitForOrderState,
} from '../support/api'
import { readOrderEffects } from '../support/sql'
import { people, stack } from '../support/stack'
import { expectRowEqualsWorkflow } from '../support/temporal'

const { customer, ana } = people
const NOTHING_KEPT = { stock: 'released', heldCents: 0, shipments: 0 }

test('an order below the threshold completes without a person', async () => {
  const { orderId } = await placeOrder(customer, { quantity: 2 })
  const view = await waitForOrderState(customer, orderId, 'COMPLETED')
  expect(view).toMatchObject({ rule: null, approval: null, outcome: { code: 'COMPLETED' } })
  expect(await readOrderEffects(orderId)).toMatchObject({
    stock: 'reserved',
    heldCents: view.totalCents,
    charges: 1,
    shipments: 1,
  })
  await expectRowEqualsWorkflow(orderId)
})

test('an order above the threshold waits, names the rule, and completes once approved', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const waiting = await readOrder(ana, order.orderId)
  expect(waiting).toMatchObject({
    rule: { rule: 'high-value' },
    payment: { status: 'none' },
    stock: 'reserved',
  })

  const decided = expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  expect(decided).toMatchObject({ caseId: approvalId, status: 'APPROVED', message: expect.any(String) })
  const view = await waitForOrderState(customer, order.orderId, 'COMPLETED')
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    heldCents: view.totalCents,
    charges: 1,
    shipments: 1,
  })
})

test('a decision on the case of the order decides its approval', async () => {
  const { order } = await placeWaitingOrder(customer)
  expectBody(await decide(ana, order.orderId, { decision: 'approved' }))
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
})

test('a rejected order is cancelled with its reason and compensated', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  expectBody(await decide(ana, approvalId, { decision: 'rejected', comment: 'The address is a parcel shop' }))
  const view = await waitForOrderState(customer, order.orderId, 'CANCELLED')
  expect(view.outcome).toMatchObject({
    code: 'APPROVAL_REJECTED',
    customerReason: 'The address is a parcel shop',
  })
  expect(await readOrderEffects(order.orderId)).toMatchObject({ ...NOTHING_KEPT, charges: 0 })
})

for (const [paymentToken, code] of [
  ['tok_declined', 'PAYMENT_DECLINED'],
  ['tok_insufficient_funds', 'INSUFFICIENT_FUNDS'],
] as const)
  test(`${paymentToken} fails the order as ${code}, and nothing is kept`, async () => {
    const { orderId } = await placeOrder(customer, { paymentToken })
    const view = await waitForOrderState(customer, orderId, 'FAILED')
    expect(view.outcome?.code).toBe(code)
    expect(await readOrderEffects(orderId)).toMatchObject({ ...NOTHING_KEPT, charges: 0 })
  })

for (const paymentToken of ['tok_flaky', 'tok_slow'])
  test(`${paymentToken} ends in one charge`, async () => {
    test.slow()
    const { orderId } = await placeOrder(customer, { paymentToken })
    const view = await waitForOrderState(customer, orderId, 'COMPLETED', 90_000)
    expect(await readOrderEffects(orderId)).toMatchObject({
      heldCents: view.totalCents,
      charges: 1,
      shipments: 1,
    })
  })

test('a provider that charges without answering parks the order, and a cancellation refunds it', async () => {
  test.slow()
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_timeout' })
  await expect
    .poll(async () => (await readOrder(ana, orderId)).attention, { timeout: 60_000 })
    .toMatchObject({ step: expect.any(String), error: expect.any(String) })
  await expect
    .poll(async () => (await listCases(ana, `q=${orderId}`)).items)
    .toMatchObject([{ caseId: orderId, waitingFor: 'attention' }])

  expectBody(await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' }))
  const view = await waitForOrderState(customer, orderId, 'CANCELLED', 60_000)
  expect(view.payment).toMatchObject({ status: 'refunded', refundedCents: view.totalCents })
  expect(await readOrderEffects(orderId)).toMatchObject({ ...NOTHING_KEPT, charges: 1 })
})

test('an order without stock fails with that reason', async () => {
  const { orderId } = await placeOrder(customer, { sku: stack.skus.none })
  const view = await waitForOrderState(customer, orderId, 'FAILED')
  expect(view.outcome?.code).toBe('OUT_OF_STOCK')
  expect(view.outcome?.reason).toBe(`${view.lines[0]?.name} is sold out; 1 ordered`)
  expect(await readOrderEffects(orderId)).toMatchObject({ heldCents: 0, charges: 0, shipments: 0 })
})

test('an order above the stock fails as a whole', async () => {
  const { orderId } = await placeOrder(customer, { sku: stack.skus.scarce, quantity: 900 })
  const view = await waitForOrderState(customer, orderId, 'FAILED')
  expect(['PARTIAL_STOCK', 'OUT_OF_STOCK']).toContain(view.outcome?.code)
  expect(await readOrderEffects(orderId)).toMatchObject({ heldCents: 0, charges: 0, shipments: 0 })
})

test('an unknown product is refused or ends the order', async () => {
  const placed = await postOrder(customer, orderBody({ sku: 'NO-SUCH-THING' }))
  if (placed.status === 422) return
  const { orderId } = expectBody(placed, 201)
  expect((await waitForOrderState(customer, orderId, 'FAILED')).outcome?.code).toBe('UNKNOWN_PRODUCT')
})

test.describe('cancel', () => {
  test('during the approval withdraws it and gives everything back', async () => {
    const { order, approvalId } = await placeWaitingOrder(customer)
    expectBody(await call(`/api/v1/orders/${order.orderId}/cancel`, { as: customer, method: 'POST' }))
    const view = await waitForOrderState(customer, order.orderId, 'CANCELLED')
    expect(view.outcome?.code).toBe('CANCELLED_BY_REQUEST')
    expect(await readOrderEffects(order.orderId)).toMatchObject({ ...NOTHING_KEPT, charges: 0 })
    const approval = await expectRowEqualsWorkflow(approvalId)
    expect(approval.state).toBe('WITHDRAWN')
    const late = await decide(ana, approvalId, { decision: 'approved' })
    expect(late.status).toBe(409)
  })

  test('while a slow charge is in flight takes no money in the end', async () => {
    const { orderId } = await placeOrder(customer, { paymentToken: 'tok_slow' })
    await waitForOrderState(customer, orderId, 'PROCESSING_PAYMENT')
    expectBody(await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' }))
    await waitForOrderState(customer, orderId, 'CANCELLED', 60_000)
    await expect.poll(() => readOrderEffects(orderId), { timeout: 20_000 }).toMatchObject(NOTHING_KEPT)
  })

  test('after the shipment is refused and says why', async () => {
    const { orderId } = await placeOrder(customer)
    await waitForOrderState(customer, orderId, 'COMPLETED')
    const late = await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'TOO_LATE_TO_CANCEL', detail: expect.any(String) },
    })
  })
})
