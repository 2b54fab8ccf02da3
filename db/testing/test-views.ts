/** Views as workflows write them, for tests of the projection. */

import type { StreamCode, StreamEntry } from '../../temporal/contract/cases/activity-stream'
import type { ApprovalView } from '../../temporal/contract/cases/approval'
import { encodeCaseId, toCaseNumber, toWorkflowId } from '../../temporal/contract/cases/case-ids'
import { SYSTEM } from '../../temporal/contract/cases/senders'
import type { OrderView } from '../../temporal/contract/orders/order'

const toBytes = (seed: number): number[] =>
  Array.from({ length: 26 }, (_, i) => Math.floor(seed / 32 ** (i % 5)) + i)

export const orderId = (seed: number): string => encodeCaseId('order', toBytes(seed))
export const approvalId = (seed: number): string => encodeCaseId('approval', toBytes(seed))

const START = Date.parse('2026-01-05T09:00:00.000Z')
/** The start time of the tests plus `minutes`, ISO 8601. */
export const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString()

export const orderView = (seed: number, change: Partial<OrderView> = {}): OrderView => ({
  kind: 'order',
  orderId: orderId(seed),
  number: toCaseNumber(orderId(seed)),
  workflowId: toWorkflowId(orderId(seed)),
  runId: 'run-1',
  state: 'PENDING',
  version: 1,
  createdAt: at(0),
  updatedAt: at(0),
  purchasedAt: null,
  customer: { name: 'Ada Byron' },
  lines: [],
  totalCents: 12_00,
  currency: 'USD',
  rule: null,
  approval: null,
  stock: 'none',
  payment: { status: 'none', chargedCents: 0, refundedCents: 0 },
  shipment: null,
  attention: null,
  cancelRequest: null,
  outcome: null,
  stream: [],
  ...change,
})

export const approvalView = (seed: number, change: Partial<ApprovalView> = {}): ApprovalView => ({
  kind: 'approval',
  approvalId: approvalId(seed),
  number: toCaseNumber(approvalId(seed)),
  workflowId: toWorkflowId(approvalId(seed)),
  runId: 'run-1',
  state: 'OPEN',
  version: 1,
  createdAt: at(0),
  updatedAt: at(0),
  title: `Refund ${seed}`,
  requester: { name: 'Ben Cole', id: 'user-ben' },
  round: 1,
  group: 'risk',
  assignee: null,
  priority: 1,
  dueAt: null,
  remindAt: null,
  onDeadline: { action: 'reject' },
  amountCents: null,
  currency: null,
  orderId: null,
  payload: {},
  interaction: null,
  decision: null,
  requestHash: null,
  stream: [],
  ...change,
})

export const streamEntry = (id: number, code: StreamCode, text = ''): StreamEntry => ({
  id,
  code,
  params: text ? { text } : {},
  sender: SYSTEM,
  timestamp: at(id),
})
