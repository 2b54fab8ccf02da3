import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import type { WorkflowView } from '../contract/cases/case'
import { toWorkflowId } from '../contract/cases/case-ids'
import { placeOrder, startApproval, UNKNOWN_CASE_ID } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { decide } from '../testing/wait-for-case'
import { queryView, signalCase } from './case-handle'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
  await seedCatalogue(stack.db)
}, 30_000)
afterAll(() => stack.stop(), 20_000)

/** The view, however busy the machine is. */
const readView = (caseId: string): Promise<WorkflowView> =>
  vi.waitFor(() => queryView(stack.temporal, caseId), { timeout: 10_000 })

describe('queryView', () => {
  it('answers for an open and for a closed case', async () => {
    const caseId = await startApproval(stack)
    expect(await readView(caseId)).toMatchObject({
      kind: 'approval',
      approvalId: caseId,
      state: 'OPEN',
    })
    await decide(stack, caseId, { decision: 'approved' })
    await vi.waitUntil(async () => (await readView(caseId)).state === 'APPROVED')
  })

  it('throws NOT_FOUND for a case that does not exist', async () => {
    await expect(queryView(stack.temporal, UNKNOWN_CASE_ID)).rejects.toMatchObject({
      name: 'AppError',
      code: 'NOT_FOUND',
    })
  })
})

describe('signalCase', () => {
  it('is delivered to an open case, and returns gone for a closed or unknown one', async () => {
    const orderId = await placeOrder(stack, { rules: { highValueOverCents: 1 } })
    await vi.waitUntil(async () => (await readView(orderId)).state === 'AWAITING_APPROVAL', {
      timeout: 10_000,
    })
    expect(await signalCase(stack.temporal, orderId, 'cancelOrder', {})).toBe('delivered')
    await stack.client.workflow.getHandle(toWorkflowId(orderId)).result()
    expect(await signalCase(stack.temporal, orderId, 'cancelOrder', {})).toBe('gone')
    expect(await signalCase(stack.temporal, UNKNOWN_CASE_ID, 'cancelOrder', {})).toBe('gone')
  }, 20_000)
})
