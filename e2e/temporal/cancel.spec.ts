import { expect, test } from '@playwright/test'
import type { ApprovalView } from '../../temporal/contract/approval'
import type { OrderView } from '../../temporal/contract/order'
import {
  bodyOf,
  decide,
  placeOrder,
  placeWaitingOrder,
  readOrder,
  startApproval,
  untilOrder,
} from '../support/api'
import { bookOf } from '../support/sql'
import { people } from '../support/stack'
import { cancel, describe, expectRowEqualsWorkflow, queryView } from '../support/temporal'

const { customer, ana, supervisor } = people

test('Cancel in Temporal means cancelOrder: the order compensates and ends by itself', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await cancel(order.orderId)
  await untilOrder(customer, order.orderId, 'CANCELLED')
  await expectRowEqualsWorkflow(approvalId)
  expect(await expectRowEqualsWorkflow<OrderView>(order.orderId)).toMatchObject({
    outcome: { code: 'CANCELLED_BY_REQUEST' },
  })
  expect(await bookOf(order.orderId)).toMatchObject({ stock: 'released', heldCents: 0, shipments: 0 })
  await expect
    .poll(async () => (await describe(order.orderId)).status)
    .not.toBe('WORKFLOW_EXECUTION_STATUS_RUNNING')
})

test('Cancel in Temporal while an order is being placed never strands it', async () => {
  const { orderId } = await placeOrder(customer)
  await cancel(orderId).catch(() => undefined)
  await expect
    .poll(async () => (await describe(orderId)).status, { timeout: 20_000 })
    .not.toBe('WORKFLOW_EXECUTION_STATUS_RUNNING')
  const view = await expectRowEqualsWorkflow<OrderView>(orderId)
  const books = await bookOf(orderId)
  if (view.state === 'CANCELLED') expect(books).toMatchObject({ heldCents: 0, shipments: 0 })
  else expect(books).toMatchObject({ heldCents: view.totalCents, charges: 1, shipments: 1 })
})

test('Cancel in Temporal withdraws an approval of its own', async () => {
  const approvalId = await startApproval(supervisor)
  await cancel(approvalId)
  await expect.poll(async () => (await queryView<ApprovalView>(approvalId)).state).toBe('WITHDRAWN')
  await expectRowEqualsWorkflow(approvalId)
  expect((await decide(ana, approvalId, { decision: 'approved' })).status).toBe(409)
})

test('Cancel in Temporal on the approval of an order does not strand the order', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await cancel(approvalId)
  await expect
    .poll(
      async () => {
        const view = await readOrder(customer, order.orderId)
        return (
          view.state !== 'AWAITING_APPROVAL' ||
          view.approval?.approvalId !== approvalId ||
          view.approval?.state !== 'OPEN'
        )
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  const { state, approval } = await readOrder(customer, order.orderId)
  if (state === 'AWAITING_APPROVAL')
    bodyOf(await decide(ana, approval?.approvalId ?? '', { decision: 'rejected', comment: 'Test' }))
  await untilOrder(customer, order.orderId, 'CANCELLED')
  await expectRowEqualsWorkflow(order.orderId)
})
