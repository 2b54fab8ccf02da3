import { expect, test } from '@playwright/test'
import type { ApprovalView } from '../../temporal/contract/cases/approval'
import type { OrderView } from '../../temporal/contract/orders/order'
import { decide, expectBody, placeWaitingOrder, waitForOrderState } from '../support/api'
import { readOrderEffects } from '../support/sql'
import { people } from '../support/stack'
import { countFailedTasks, expectRowEqualsWorkflow, queryView, signalWorkflow } from '../support/temporal'

const { customer, ana } = people

test('the signal cancelOrder without any input cancels an order that waits', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await signalWorkflow(order.orderId, 'cancelOrder')
  expect((await waitForOrderState(customer, order.orderId, 'CANCELLED')).outcome?.code).toBe(
    'CANCELLED_BY_REQUEST',
  )
  expect(await expectRowEqualsWorkflow<ApprovalView>(approvalId)).toMatchObject({ state: 'WITHDRAWN' })
  expect(await expectRowEqualsWorkflow<OrderView>(order.orderId)).toMatchObject({ stock: 'released' })
  expect(await countFailedTasks(order.orderId)).toBe(0)
})

/** Inputs that an operator or a broken external system may send. */
const MALFORMED = [
  'null',
  '42',
  '""',
  '[]',
  '{}',
  '"nonsense"',
  '{"status":"teleported"}',
  '{"status":{"a":1},"dedupeKey":7}',
]

for (const name of ['updateOrderStatus', 'paymentCompleted'])
  test(`a malformed signal ${name} becomes an entry of the stream and breaks nothing`, async () => {
    test.slow()
    const { order, approvalId } = await placeWaitingOrder(customer)
    for (const input of [undefined, ...MALFORMED]) await signalWorkflow(order.orderId, name, input)
    await expect
      .poll(async () =>
        (await queryView<OrderView>(order.orderId)).stream.some(
          ({ code, params }) => code === 'signalIgnored' && params.signal === name,
        ),
      )
      .toBe(true)
    const waiting = await expectRowEqualsWorkflow<OrderView>(order.orderId)
    expect(waiting).toMatchObject({ state: 'AWAITING_APPROVAL', payment: { status: 'none' }, shipment: null })
    expectBody(await decide(ana, approvalId, { decision: 'approved' }))
    const view = await waitForOrderState(customer, order.orderId, 'COMPLETED')
    expect(await readOrderEffects(order.orderId)).toMatchObject({
      heldCents: view.totalCents,
      charges: 1,
      shipments: 1,
    })
    expect(await countFailedTasks(order.orderId)).toBe(0)
  })

test('a malformed cancelOrder never blocks the run: it ends, or continues and completes', async () => {
  test.slow()
  for (const input of MALFORMED) {
    const { order, approvalId } = await placeWaitingOrder(customer)
    await signalWorkflow(order.orderId, 'cancelOrder', input)
    const view = await expectRowEqualsWorkflow<OrderView>(order.orderId)
    if (view.cancelRequest === null) expectBody(await decide(ana, approvalId, { decision: 'approved' }))
    await waitForOrderState(customer, order.orderId, view.cancelRequest === null ? 'COMPLETED' : 'CANCELLED')
    await expectRowEqualsWorkflow(order.orderId)
    expect(await countFailedTasks(order.orderId), input).toBe(0)
  }
})

test('a signal with an unknown name has no effect', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await signalWorkflow(order.orderId, 'noSuchSignal', '{"a":1}')
  expectBody(await decide(ana, approvalId, { decision: 'rejected', comment: 'Test' }))
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  expect(await countFailedTasks(order.orderId)).toBe(0)
})

test('a delivery reported before the shipment does not skip the payment', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await signalWorkflow(order.orderId, 'updateOrderStatus', '"delivered"')
  await signalWorkflow(order.orderId, 'updateOrderStatus', '"shipped"')
  const waiting = await expectRowEqualsWorkflow<OrderView>(order.orderId)
  expect(waiting.state).toBe('AWAITING_APPROVAL')
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  const view = await waitForOrderState(customer, order.orderId, 'COMPLETED')
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    heldCents: view.totalCents,
    charges: 1,
    shipments: 1,
  })
})
