import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ORDER_TASK_QUEUE } from '../contract/temporal-names'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { checkHealth, countPollers } from './check-health'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
}, 30_000)
afterAll(() => stack.stop(), 20_000)

it('measures how fast Temporal answers and counts the pollers of a queue', async () => {
  expect((await checkHealth(stack.temporal)).latencyMs).toBeLessThan(2_000)
  await vi.waitUntil(async () => (await countPollers(stack.temporal, ORDER_TASK_QUEUE)) > 0, {
    timeout: 5_000,
  })
  expect(await countPollers(stack.temporal, 'NOBODY_HERE')).toBe(0)
})
