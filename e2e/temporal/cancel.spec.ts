import { expect, test } from '@playwright/test'
import type { ApprovalView } from '../../temporal/contract/cases/approval'
import type { OrderView } from '../../temporal/contract/orders/order'
import {
  decide,
  expectBody,
  placeOrder,
  placeWaitingOrder,
  readOrder,
  startApproval,
  waitForOrderState,
} from '../support/api'
import { readOrderEffects } from '../support/sql'
import { people } from '../support/stack'
import { cancelWorkflow, describeWorkflow, expectRowEqualsWorkflow, queryView } from '../support/temporal'

const { customer, ana, supervisor } = people

test('Cancel in Temporal means cancelOrder: the order compensates and ends by itself', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await cancelWorkflow(order.orderId)
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  await expectRowEqualsWorkflow(approvalId)
  expect(await expectRowEqualsWorkflow<OrderView>(order.orderId)).toMatchObject({
    outcome: { code: 'CANCELLED_BY_REQUEST' },
  })
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    stock: 'released',
    heldCents: 0,
    shipments: 0,
  })
  await expect
    .poll(async () => (await describeWorkflow(order.orderId)).status)
    .not.toBe('WORKFLOW_EXECUTION_STATUS_RUNNING')
})

test('Cancel in Temporal while an order is being placed still ends the order', async () => {
  const { orderId } = await placeOrder(customer)
  await cancelWorkflow(orderId).catch(() => undefined)
  await expect
    .poll(async () => (await describeWorkflow(orderId)).status, { timeout: 20_000 })
    .not.toBe('WORKFLOW_EXECUTION_STATUS_RUNNING')
  const view = await expectRowEqualsWorkflow<OrderView>(orderId)
  const books = await readOrderEffects(orderId)
  if (view.state === 'CANCELLED') expect(books).toMatchObject({ heldCents: 0, shipments: 0 })
  else expect(books).toMatchObject({ heldCents: view.totalCents, charges: 1, shipments: 1 })
})

test('Cancel in Temporal withdraws an approval of its own', async () => {
  const approvalId = await startApproval(supervisor)
  await cancelWorkflow(approvalId)
  await expect.poll(async () => (await queryView<ApprovalView>(approvalId)).state).toBe('WITHDRAWN')
  await expectRowEqualsWorkflow(approvalId)
  expect((await decide(ana, approvalId, { decision: 'approved' })).status).toBe(409)
})

test('Cancel in Temporal on the approval of an order does not strand the order', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await cancelWorkflow(approvalId)
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
    expectBody(await decide(ana, approval?.approvalId ?? '', { decision: 'rejected', comment: 'Test' }))
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  await expectRowEqualsWorkflow(order.orderId)
})
