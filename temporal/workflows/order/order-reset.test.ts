import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../../db/seed-catalogue'
import { toWorkflowId } from '../../contract/cases/case-ids'
import type { OrderView } from '../../contract/orders/order'
import { ALWAYS_APPROVE_RULES, placeOrder } from '../../testing/test-cases'
import { createOutages } from '../../testing/test-outages'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import { decide, queryOrder, waitForApprovalOf, waitForEnd, waitForOrder } from '../../testing/wait-for-case'

const outages = createOutages()
let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack({
    aroundBridge: outages.aroundBridge,
    services: { carrier: null, slowPaymentMs: 600_000 },
  })
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

/** Ids of the events in which workflow tasks completed: the points to which a run can be reset. */
const listResetPoints = async (orderId: string) => {
  const { events } = await stack.client.workflow.getHandle(toWorkflowId(orderId)).fetchHistory()
  return (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes, eventId }) =>
    workflowTaskCompletedEventAttributes && eventId ? [eventId] : [],
  )
}
type ResetPoint = Awaited<ReturnType<typeof listResetPoints>>[number]

/** Resets to a workflow task; the signals and updates after it are dropped. */
const resetTo = async (orderId: string, point: ResetPoint | undefined): Promise<void> => {
  const workflowId = toWorkflowId(orderId)
  const { runId } = await stack.client.workflow.getHandle(workflowId).describe()
  await stack.client.workflowService.resetWorkflowExecution({
    namespace: stack.namespace,
    workflowExecution: { workflowId, runId },
    workflowTaskFinishEventId: point,
    requestId: `${orderId}-${point}`,
    reason: 'test',
    resetReapplyType: 2,
  })
}

const countAsked = (stream: OrderView['stream']): number =>
  stream.filter(({ code }) => code === 'effectsFound').length
const asked = ({ stream }: OrderView): boolean => countAsked(stream) > 0

/** An order of $12 that was approved, charged and handed to the carrier. */
const placeShippedOrder = async (): Promise<string> => {
  const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
  await decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'approved' })
  await waitForOrder(stack, orderId, ({ shipment }) => Boolean(shipment?.shipmentId))
  return orderId
}

describe('an order that was charged and shipped, reset to its beginning', () => {
  it('shows the money that is held and the parcel that is booked, and gives both back when it is rejected', async () => {
    const orderId = await placeShippedOrder()
    const { shipment } = await queryOrder(stack, orderId)
    const [first] = await listResetPoints(orderId)
    await resetTo(orderId, first)
    const found = await waitForOrder(
      stack,
      orderId,
      (order) => asked(order) && order.approval?.state === 'OPEN',
    )
    expect(found).toMatchObject({
      state: 'AWAITING_APPROVAL',
      stock: 'reserved',
      payment: { status: 'charged', chargedCents: 1_200, refundedCents: 0 },
      shipment: { shipmentId: shipment?.shipmentId },
    })
    const approvalId = await waitForApprovalOf(stack, orderId)
    await decide(stack, approvalId, { decision: 'rejected', comment: 'no' })
    await waitForEnd(stack, toWorkflowId(orderId))
    expect(await queryOrder(stack, orderId)).toMatchObject({
      state: 'CANCELLED',
      stock: 'released',
      payment: { status: 'refunded', chargedCents: 1_200, refundedCents: 1_200 },
    })
  })

  it('asks again after each further reset, and other orders ask nothing', async () => {
    const orderId = await placeShippedOrder()
    const [first] = await listResetPoints(orderId)
    await resetTo(orderId, first)
    await waitForOrder(stack, orderId, asked)
    await waitForApprovalOf(stack, orderId)
    await resetTo(orderId, (await listResetPoints(orderId)).at(-1))
    await waitForOrder(stack, orderId, ({ stream }) => countAsked(stream) === 2)
    const other = await placeOrder(stack)
    const { stream } = await waitForOrder(stack, other, ({ shipment }) => Boolean(shipment?.shipmentId))
    expect(countAsked(stream)).toBe(0)
  })

  it('waits for services that cannot be reached, and asks them once they can', async () => {
    const orderId = await placeShippedOrder()
    outages.cut(orderId, 'readState')
    const [first] = await listResetPoints(orderId)
    await resetTo(orderId, first)
    expect(asked(await waitForOrder(stack, orderId, ({ state }) => state === 'AWAITING_APPROVAL'))).toBe(
      false,
    )
    outages.restore(orderId)
    expect(await waitForOrder(stack, orderId, asked)).toMatchObject({ payment: { chargedCents: 1_200 } })
  })
})

describe('an order that is reset to any of its workflow tasks', () => {
  it('agrees with the services about money, stock and parcel', async () => {
    const source = await placeShippedOrder()
    const count = (await listResetPoints(source)).length
    // One order for each point, since an order that was reset has another history.
    const orderIds = await Promise.all(Array.from({ length: count }, placeShippedOrder))
    const results = await Promise.all(
      orderIds.map(async (orderId, i) => {
        const points = await listResetPoints(orderId)
        const isReset = await resetTo(orderId, points[Math.min(i, points.length - 1)]).then(
          () => true,
          (error: Error) => !/must be at the boundary/.test(error.message),
        )
        if (!isReset) return null // the server refuses a point that was written together with other events
        return waitForOrder(stack, orderId, asked)
      }),
    )
    const views = results.filter((view) => view !== null)
    expect(views.length).toBeGreaterThan(count / 3)
    for (const { orderId } of views)
      expect(
        await waitForOrder(stack, orderId, ({ payment, shipment }) =>
          Boolean(payment.status === 'charged' && shipment?.shipmentId),
        ),
      ).toMatchObject({ stock: 'reserved', payment: { chargedCents: 1_200, refundedCents: 0 } })
  })
})
