/** Label and tone of each state in the console. */

import type { CaseState } from '@/temporal/contract/states'
import type { Tone } from './tone'

export const STATE_TONE = {
  PENDING: 'running',
  VALIDATING: 'running',
  RESERVING_STOCK: 'running',
  AWAITING_CUSTOMER: 'waiting',
  AWAITING_APPROVAL: 'waiting',
  PROCESSING_PAYMENT: 'running',
  CONFIRMED: 'running',
  SHIPPED: 'running',
  DELIVERED: 'good',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'ended',
  OPEN: 'waiting',
  CLAIMED: 'running',
  WAITING_FOR_INFO: 'waiting',
  APPROVED: 'good',
  REJECTED: 'bad',
  EXPIRED: 'ended',
  WITHDRAWN: 'ended',
} as const satisfies Record<CaseState, Tone>

export const STATE_LABEL = {
  PENDING: 'Pending',
  VALIDATING: 'Checking',
  RESERVING_STOCK: 'Reserving stock',
  AWAITING_CUSTOMER: 'Awaiting customer',
  AWAITING_APPROVAL: 'Awaiting approval',
  PROCESSING_PAYMENT: 'Taking payment',
  CONFIRMED: 'Confirmed',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  OPEN: 'Open',
  CLAIMED: 'Claimed',
  WAITING_FOR_INFO: 'Waiting for info',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  EXPIRED: 'Expired',
  WITHDRAWN: 'Withdrawn',
} as const satisfies Record<CaseState, string>
