import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderView } from '@/temporal/contract/orders/order'
import { placeOrder } from '@/temporal/testing/test-cases'
import { createOutages } from '@/temporal/testing/test-outages'
import { waitForOrder } from '@/temporal/testing/wait-for-case'
import { openTestApproval } from '../testing/open-test-approval'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { countParkedCases } from './count-parked-cases'
import { retryCase } from './retry-case'
import { retryParkedCases } from './retry-parked-cases'

const HOUR_MS = 3_600_000
const outages = createOutages()
const agent = createActor('agent', [])
const supervisor = createActor('supervisor')
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb({ aroundBridge: outages.aroundBridge })
})
afterAll(() => web.stop())

/** An order that would wait an hour for its next attempt. */
const parkOrder = async (): Promise<OrderView> => {
  const orderId = await placeOrder(web.stack, {
    policy: { parkFirstMs: HOUR_MS, parkMaxMs: HOUR_MS },
    beforeStart: (id) => outages.cut(id, 'processPayment'),
  })
  return waitForOrder(web.stack, orderId, ({ attention }) => attention !== null)
}

const isCompleted = ({ state }: OrderView): boolean => state === 'COMPLETED'

describe('retrying a parked order', () => {
  it('lets any agent try it at once, and says in the stream who did', async () => {
    const { orderId } = await parkOrder()
    outages.restore(orderId)
    const input = { caseId: orderId, requestKey: 'press-1' }
    const [first, second] = await Promise.all([1, 2].map(() => retryCase(web.as(agent), input)))
    expect(first).toMatchObject({ caseId: orderId, message: 'It is being tried again' })
    expect(second).toMatchObject({ caseId: orderId })
    const { stream } = await waitForOrder(web.stack, orderId, isCompleted)
    expect(stream.filter(({ code }) => code === 'retryRequested')).toMatchObject([
      { sender: { id: agent.id, name: agent.name } },
    ])
    await expect(retryCase(web.as(agent), { ...input, requestKey: 'press-2' })).rejects.toMatchObject({
      code: 'CASE_CLOSED',
    })
  })

  it('is refused for an approval, for customers and for whoever may not retry all', async () => {
    const caseId = await openTestApproval(web, supervisor)
    const requestKey = 'press-1'
    await expect(retryCase(web.as(agent), { caseId, requestKey })).rejects.toMatchObject({
      code: 'NOT_PARKED',
    })
    const { orderId } = await parkOrder()
    await expect(
      retryCase(web.as(createActor('customer')), { caseId: orderId, requestKey }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(retryParkedCases(web.as(agent))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(countParkedCases(web.as(agent))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('tries all parked orders for a supervisor', async () => {
    const orders = await Promise.all(Array.from({ length: 6 }, parkOrder))
    await waitUntil(async () => (await countParkedCases(web.as(supervisor))) >= orders.length)
    for (const { orderId } of orders) outages.restore(orderId)
    const result = await retryParkedCases(web.as(supervisor))
    expect(result.retried).toBeGreaterThanOrEqual(orders.length)
    expect(result).toMatchObject({ unanswered: 0, remaining: 0 })
    for (const { orderId } of orders) await waitForOrder(web.stack, orderId, isCompleted)
  })
})
