import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../../../db/schema/services'
import { seedCatalogue } from '../../../db/seed-catalogue'
import { SIGNALS, UPDATES } from '../../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, placeOrder } from '../../testing/test-cases'
import { createOutages } from '../../testing/test-outages'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import {
  decide,
  queryApproval,
  queryOrder,
  signal,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../../testing/wait-for-case'

const outages = createOutages()
const { aroundBridge } = outages
let stack: TestStack
beforeAll(async () => {
  // The carrier reports nothing: orders stay in the state that the test put them in.
  stack = await startTestStack({ aroundBridge, services: { carrier: null, slowPaymentMs: 600_000 } })
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

const streamOf = async (orderId: string): Promise<string[]> =>
  (await queryOrder(stack, orderId)).stream.map(({ code }) => code)

const cancel = (orderId: string) =>
  update(stack, orderId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' }, reason: 'changed my mind' })

describe('cancelling an order', () => {
  it('withdraws the open approval and returns the stock', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    const approvalId = await waitForApprovalOf(stack, orderId)
    const reply = await cancel(orderId)
    expect(reply).toMatchObject({ kind: 'done', view: { state: 'CANCELLED', stock: 'released' } })
    await waitForEnd(stack, `approval:${approvalId}`)
    expect(await queryApproval(stack, approvalId)).toMatchObject({ state: 'WITHDRAWN', decision: null })
  })

  it('voids a charge that is pending', async () => {
    const orderId = await placeOrder(stack, { token: 'tok_slow' })
    await waitForOrder(stack, orderId, ({ payment }) => payment.status === 'pending')
    expect(await cancel(orderId)).toMatchObject({ view: { state: 'CANCELLED' } })
    const [payment] = await stack.db.select().from(payments).where(eq(payments.orderId, orderId))
    expect(payment?.status).toBe('voided')
  })

  it('wins over an approval that is decided at the same time', async () => {
    const orderIds = await Promise.all(
      Array.from({ length: 10 }, () => placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })),
    )
    for (const orderId of orderIds) {
      const approvalId = await waitForApprovalOf(stack, orderId)
      const [cancelled] = await Promise.allSettled([
        cancel(orderId),
        decide(stack, approvalId, { decision: 'approved' }),
      ])
      const order = await waitForOrder(
        stack,
        orderId,
        ({ shipment, state }) => shipment !== null || state === 'CANCELLED',
      )
      const wasTaken = cancelled.status === 'fulfilled' && cancelled.value.kind === 'done'
      expect(order.state).toBe(wasTaken ? 'CANCELLED' : 'CONFIRMED')
    }
  })

  it('is refused with a reason once the shipment is scheduled', async () => {
    const orderId = await placeOrder(stack)
    await waitForOrder(stack, orderId, ({ shipment }) => shipment !== null)
    await expect(cancel(orderId)).rejects.toMatchObject({
      code: 'TOO_LATE_TO_CANCEL',
      message: 'This order is already being packed',
    })
    await signal(stack, orderId, SIGNALS.cancelOrder, undefined)
    expect(await waitUntil(async () => (await streamOf(orderId)).includes('cancelTooLate'))).toBe(true)
  })

  it('interrupts a parked step', async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    outages.cut(orderId, 'processPayment')
    await decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'approved' })
    await waitForOrder(stack, orderId, ({ attention }) => attention !== null)
    expect(await cancel(orderId)).toMatchObject({ view: { state: 'CANCELLED', stock: 'released' } })
  })

  it("is what Temporal's Cancel requests", async () => {
    const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
    await waitForApprovalOf(stack, orderId)
    await stack.client.workflow.getHandle(`order:${orderId}`).cancel()
    await waitForEnd(stack, `order:${orderId}`)
    expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'CANCELLED', stock: 'released' })
  })
})
