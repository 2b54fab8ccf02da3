/** Stand-alone approvals for tests. */

import { randomUUID } from 'node:crypto'
import type { Actor } from '@/temporal/contract/auth/actor'
import type { ApprovalRequest } from '@/temporal/contract/schemas/approval-request'
import { startApproval } from '../cases/start-approval'
import type { TestWeb } from './test-web'

/** A complete body of `POST /approvals`, for the group `risk`. */
export const testApprovalRequest = (more: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  title: 'Refund 412.50',
  group: 'risk',
  priority: 0,
  prompt: undefined,
  ...more,
})

/** Starts an approval and returns its case id. */
export const openTestApproval = async (
  web: TestWeb,
  requester: Actor,
  more: Partial<ApprovalRequest> = {},
): Promise<string> => {
  const start = { idempotencyKey: randomUUID(), approval: testApprovalRequest(more) }
  return (await startApproval(web.as(requester), start)).approval.caseId
}
