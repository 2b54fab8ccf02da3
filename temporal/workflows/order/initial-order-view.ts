/** The view of an order that has just started. */

import { workflowInfo } from '@temporalio/workflow'
import { getPolicyGroups } from '../../contract/cases/approval'
import { toCaseNumber } from '../../contract/cases/case-ids'
import { DEFAULT_CURRENCY } from '../../contract/money'
import type { OrderInput, OrderView } from '../../contract/orders/order'
import { now } from '../shared/case-recorder'

export const initialOrderView = (input: OrderInput): OrderView => {
  const { workflowId, runId } = workflowInfo()
  const at = now()
  return {
    kind: 'order',
    orderId: input.orderId,
    number: toCaseNumber(input.orderId),
    workflowId,
    runId,
    state: 'PENDING',
    version: 0,
    createdAt: at,
    updatedAt: at,
    purchasedAt: null,
    customer: input.customer,
    lines: [],
    totalCents: 0,
    currency: DEFAULT_CURRENCY,
    rule: null,
    policyGroups: getPolicyGroups(input.policy.approval),
    approval: null,
    stock: 'none',
    payment: { status: 'none', chargedCents: 0, refundedCents: 0 },
    shipment: null,
    attention: null,
    cancelRequest: null,
    outcome: null,
    stream: [],
  }
}
