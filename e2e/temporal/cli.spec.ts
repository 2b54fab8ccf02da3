import { expect, test } from '@playwright/test'
import type { ApprovalView } from '../../temporal/contract/cases/approval'
import { toWorkflowId } from '../../temporal/contract/cases/case-ids'
import type { OrderView } from '../../temporal/contract/orders/order'
import { decide, expectBody, placeWaitingOrder, startApproval, waitForOrderState } from '../support/api'
import { people, stack } from '../support/stack'
import { describeWorkflow, listWorkflows, queryView, runTemporalCli } from '../support/temporal'

const { customer, ana, supervisor } = people

test('getOrderState gives the whole view, while the order is open and after it closed', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const open = await queryView<OrderView>(order.orderId)
  expect(open).toMatchObject({
    kind: 'order',
    orderId: order.orderId,
    state: 'AWAITING_APPROVAL',
    rule: { rule: 'high-value' },
    approval: { approvalId },
    currency: 'USD',
  })
  expect(open.totalCents).toBeGreaterThan(100_00)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
  expect(await queryView<OrderView>(order.orderId)).toMatchObject({
    state: 'COMPLETED',
    payment: { status: 'charged' },
  })
  await expect
    .poll(async () => (await describeWorkflow(order.orderId)).status)
    .toBe('WORKFLOW_EXECUTION_STATUS_COMPLETED')
})

test('Visibility finds cases by every search attribute', async () => {
  const title = `visible${crypto.randomUUID().replaceAll('-', '')}`
  const approvalId = await startApproval(supervisor, {
    title: `Refund: ${title}!`,
    priority: 2,
    amountCents: 123_456,
    currency: 'USD',
    deadlineMs: 3_600_000,
  })
  const { version } = await queryView<ApprovalView>(approvalId)
  const soon = new Date(Date.now() + 2 * 3_600_000).toISOString()
  for (const query of [
    `CaseTitle = '${title}'`,
    `CaseTitle = '${title}' AND CaseKind = 'approval' AND CaseState = 'OPEN'`,
    `CaseTitle = '${title}' AND CaseGroup = 'risk' AND CasePriority >= 2`,
    `CaseTitle = '${title}' AND CaseAmountCents = 123456 AND CaseVersion = ${version}`,
    `CaseTitle = '${title}' AND CaseDueAt < '${soon}' AND CaseAssignee IS NULL`,
  ])
    await expect.poll(() => listWorkflows(query), { message: query }).toEqual([toWorkflowId(approvalId)])
})

test('our namespace keeps closed workflows for seven days', async () => {
  const out = await runTemporalCli('operator', 'namespace', 'describe', '-o', 'json')
  expect(stack.temporalNamespace).not.toBe('default')
  expect(out).toMatch(/"workflowExecutionRetentionTtl": ?"(604800s|7 days|168h0m0s)"/)
})
