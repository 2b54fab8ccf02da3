import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toWorkflowId } from '../contract/cases/case-ids'
import { approvalInput, orderInput, UNKNOWN_CASE_ID } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { decide } from '../testing/wait-for-case'
import { getMemo } from './case-handle'
import { startApprovalWorkflow, startOrderWorkflow } from './start-case'

const MEMO = { title: 'Order 1: new', number: '1', submitter: 'Ada', currency: 'USD', requestHash: 'hash' }

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
}, 30_000)
afterAll(() => stack.stop(), 20_000)

describe('starting a case', () => {
  it('starts one workflow for many simultaneous calls and reports the first as started', async () => {
    const input = approvalInput()
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => startApprovalWorkflow(stack.temporal, input, MEMO)),
    )
    expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'exists')).toHaveLength(49)
  })

  it('does not start a closed case again', async () => {
    const input = approvalInput()
    await startApprovalWorkflow(stack.temporal, input, MEMO)
    await decide(stack, input.approvalId, { decision: 'approved' })
    await stack.client.workflow.getHandle(toWorkflowId(input.approvalId)).result()
    expect(await startApprovalWorkflow(stack.temporal, input, MEMO)).toBe('exists')
  })

  it('stores the memo; a case that does not exist has none', async () => {
    const input = orderInput()
    await startOrderWorkflow(stack.temporal, input, MEMO)
    expect(await getMemo(stack.temporal, input.orderId)).toEqual(MEMO)
    expect(await getMemo(stack.temporal, UNKNOWN_CASE_ID)).toBeNull()
  })
})
