import { expect, test } from '@playwright/test'
import type { ApprovalView } from '../../temporal/contract/cases/approval'
import type { OrderView } from '../../temporal/contract/orders/order'
import {
  call,
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
import {
  describeWorkflow,
  expectRowEqualsWorkflow,
  listResetPoints,
  queryView,
  resetWorkflow,
} from '../support/temporal'

const { customer, ana, supervisor } = people
const RUNNING = 'WORKFLOW_EXECUTION_STATUS_RUNNING'

/** Waits until the newest run differs from `before`, or has ended again. */
const waitForNewRun = (caseId: string, before: string) =>
  expect.poll(async () => (await describeWorkflow(caseId)).runId, { timeout: 20_000 }).not.toBe(before)

const waitForClose = (caseId: string) =>
  expect.poll(async () => (await describeWorkflow(caseId)).status, { timeout: 40_000 }).not.toBe(RUNNING)

/** Approves the open approval of the order until the order leaves it. */
const approveWhatIsAsked = async (orderId: string) => {
  await expect(async () => {
    const { state, approval } = await readOrder(customer, orderId)
    if (state === 'AWAITING_APPROVAL' && approval)
      await decide(ana, approval.approvalId, { decision: 'approved' })
    expect((await readOrder(customer, orderId)).state).toBe('COMPLETED')
  }).toPass({ timeout: 40_000, intervals: [200, 500] })
}

test.describe.configure({ timeout: 120_000 })

for (const to of ['the first workflow task', 'the last workflow task'] as const)
  test(`an order that waits for its approval is reset to ${to}, and can still be approved`, async () => {
    const { order } = await placeWaitingOrder(customer)
    const { runId } = await describeWorkflow(order.orderId)
    await resetWorkflow(
      order.orderId,
      to === 'the first workflow task' ? 'first' : ((await listResetPoints(order.orderId)).at(-1) ?? 0),
    )
    await waitForNewRun(order.orderId, runId)
    await waitForOrderState(customer, order.orderId, 'AWAITING_APPROVAL')
    await expectRowEqualsWorkflow(order.orderId)

    await approveWhatIsAsked(order.orderId)
    const view = await expectRowEqualsWorkflow<OrderView>(order.orderId)
    expect(await readOrderEffects(order.orderId)).toMatchObject({
      stock: 'reserved',
      heldCents: view.totalCents,
      charges: 1,
      shipments: 1,
    })
  })

test('an order that was reset while it waited can still be cancelled', async () => {
  const { order } = await placeWaitingOrder(customer)
  const { runId } = await describeWorkflow(order.orderId)
  await resetWorkflow(order.orderId, 'first')
  await waitForNewRun(order.orderId, runId)
  await waitForOrderState(customer, order.orderId, 'AWAITING_APPROVAL')
  expectBody(await call(`/api/v1/orders/${order.orderId}/cancel`, { as: customer, method: 'POST' }))
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  await expectRowEqualsWorkflow(order.orderId)
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    stock: 'released',
    heldCents: 0,
    shipments: 0,
  })
})

/** Resets to the first point after `share` of the history that the server accepts, and waits for the new run. */
const resetFrom = async (caseId: string, share: number): Promise<void> => {
  const { runId } = await describeWorkflow(caseId)
  const points = await listResetPoints(caseId)
  const candidates = points.slice(Math.floor(share * (points.length - 1)))
  for (const point of candidates) {
    const refusal = await resetWorkflow(caseId, point).then(
      () => null,
      (error: Error) => error.message,
    )
    if (refusal === null) return waitForNewRun(caseId, runId)
    // The server refuses a point that was written together with other events.
    expect(refusal).toContain('must be at the boundary')
  }
  throw new Error(`no point of ${candidates} could be reset to`)
}

for (const [share, where] of [
  [0, 'the beginning'],
  [0.3, 'its first third'],
  [0.5, 'the middle'],
  [0.8, 'shortly before the end'],
] as const)
  test(`a completed order that is reset to ${where} completes again, charged and shipped once`, async () => {
    const { orderId } = await placeOrder(customer)
    await waitForOrderState(customer, orderId, 'COMPLETED')
    await waitForClose(orderId)
    await resetFrom(orderId, share)
    await waitForClose(orderId)
    const view = await expectRowEqualsWorkflow<OrderView>(orderId)
    expect(view).toMatchObject({ state: 'COMPLETED', payment: { status: 'charged' } })
    expect(await readOrderEffects(orderId)).toMatchObject({
      stock: 'reserved',
      heldCents: view.totalCents,
      charges: 1,
      shipments: 1,
    })
  })

test('an order whose bank answers late is reset to its beginning, and is charged once', async () => {
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_slow' })
  await waitForOrderState(customer, orderId, 'COMPLETED')
  await waitForClose(orderId)
  await resetFrom(orderId, 0)
  await waitForClose(orderId)
  const view = await expectRowEqualsWorkflow<OrderView>(orderId)
  expect(view).toMatchObject({ state: 'COMPLETED', payment: { status: 'charged' } })
  expect(await readOrderEffects(orderId)).toMatchObject({
    heldCents: view.totalCents,
    charges: 1,
    shipments: 1,
  })
})

test('a cancelled order that is reset before its cancellation does not ship released stock', async () => {
  const { order } = await placeWaitingOrder(customer)
  expectBody(await call(`/api/v1/orders/${order.orderId}/cancel`, { as: customer, method: 'POST' }))
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  await waitForClose(order.orderId)
  const { runId } = await describeWorkflow(order.orderId)
  await resetWorkflow(order.orderId, 'first', '--reapply-exclude', 'All')
  await waitForNewRun(order.orderId, runId)
  await expect
    .poll(async () => (await queryView<OrderView>(order.orderId)).state, { timeout: 30_000 })
    .toMatch(/AWAITING_APPROVAL|FAILED|CANCELLED/)
  const view = await expectRowEqualsWorkflow<OrderView>(order.orderId)
  if (view.state === 'AWAITING_APPROVAL') await approveWhatIsAsked(order.orderId).catch(() => undefined)
  await waitForClose(order.orderId)
  const after = await expectRowEqualsWorkflow<OrderView>(order.orderId)
  const books = await readOrderEffects(order.orderId)
  // In every outcome paid and shipped must agree.
  expect(books).toMatchObject(
    after.state === 'COMPLETED'
      ? { heldCents: after.totalCents, shipments: 1, stock: 'reserved' }
      : { heldCents: 0, shipments: 0 },
  )
})

test('an approval is reset while it is open, and can still be decided', async () => {
  const approvalId = await startApproval(supervisor)
  expectBody(await call(`/api/v1/cases/${approvalId}/claim`, { as: ana, body: {} }))
  const { runId } = await describeWorkflow(approvalId)
  await resetWorkflow(approvalId, 'first')
  await waitForNewRun(approvalId, runId)
  await expectRowEqualsWorkflow(approvalId)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  expect(await expectRowEqualsWorkflow<ApprovalView>(approvalId)).toMatchObject({ state: 'APPROVED' })
})

test('an approval is reset after its decision: its row follows the new run', async () => {
  const approvalId = await startApproval(supervisor)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  await waitForClose(approvalId)
  const { runId } = await describeWorkflow(approvalId)
  await resetWorkflow(approvalId, 'first', '--reapply-exclude', 'All')
  await waitForNewRun(approvalId, runId)
  const open = await expectRowEqualsWorkflow<ApprovalView>(approvalId)
  expect(open.state).toBe('OPEN')
  expectBody(await decide(ana, approvalId, { decision: 'rejected', comment: 'On second thought' }))
  expect(await expectRowEqualsWorkflow<ApprovalView>(approvalId)).toMatchObject({ state: 'REJECTED' })
})
