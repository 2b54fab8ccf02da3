import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import { placeOrder } from '../testing/test-cases'
import { startTestStack, type TestStack, testBundle } from '../testing/test-stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
  await seedCatalogue(stack.db)
}, 30_000)
afterAll(() => stack.stop(), 20_000)

/** Locks the projection against writes while `work` runs. */
const whileLocked = async <T>(work: () => Promise<T>): Promise<T> => {
  const client = await stack.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table cases in access exclusive mode')
    return await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('a projection that cannot be written', () => {
  it('fails no order, live or replayed: the row is written later', async () => {
    const orderIds = await whileLocked(async () => {
      const placed = await Promise.all(Array.from({ length: 5 }, () => placeOrder(stack)))
      await sleep(1_500) // the outage itself, long enough for several fast writes to fail
      return placed
    })
    const results = await Promise.all(
      orderIds.map((orderId) => stack.client.workflow.getHandle(toWorkflowId(orderId)).result()),
    )
    expect(results).toEqual(orderIds.map(() => expect.objectContaining({ state: 'COMPLETED' })))
    for (const orderId of orderIds) {
      const history = await stack.client.workflow.getHandle(toWorkflowId(orderId)).fetchHistory()
      await Worker.runReplayHistory({ workflowBundle: await testBundle() }, history)
    }
  }, 40_000)
})
