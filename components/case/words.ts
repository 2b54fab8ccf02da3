/** What a case waits for, in one sentence, and why a button is off. */

import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/case'
import type { ErrorCode } from '@/temporal/contract/errors'
import type { RuleHit } from '@/temporal/contract/rules'
import type { ApprovalState, OrderState } from '@/temporal/contract/states'

/** Facts from beside the case that make the sentence say more. */
export interface Beside {
  groupName: string
  /** The rule that asked, from the approval's order. */
  rule: RuleHit | null
}

const because = (rule: RuleHit | null): string => (rule ? `: ${rule.reason} (rule ${rule.rule})` : '')
const reasonOf = ({ outcome }: OrderData): string => (outcome ? `: ${outcome.reason}` : '')

const ORDER = {
  PENDING: () => 'About to be checked',
  VALIDATING: () => 'Checking products, prices and address',
  RESERVING_STOCK: () => 'Reserving stock',
  AWAITING_CUSTOMER: () => 'Waiting for the customer',
  AWAITING_APPROVAL: ({ rule }) => `Waiting for an approver${because(rule)}`,
  PROCESSING_PAYMENT: ({ payment }) =>
    payment.status === 'pending' ? 'Waiting for the payment provider' : 'Taking the payment',
  CONFIRMED: ({ shipment }) =>
    shipment?.shipmentId ? 'Waiting for the carrier to pick it up' : 'Being handed to the carrier',
  SHIPPED: () => 'On its way with the carrier',
  DELIVERED: () => 'Delivered; about to be closed',
  COMPLETED: () => 'Delivered and paid; nothing is left to do',
  FAILED: (order) => `Failed${reasonOf(order)}`,
  CANCELLED: (order) => `Cancelled${reasonOf(order)}`,
} as const satisfies Record<OrderState, (order: OrderData) => string>

const APPROVAL = {
  OPEN: (_, { groupName, rule }) => `Waiting for an approver in ${groupName}${because(rule)}`,
  CLAIMED: ({ assignee }, { rule }) =>
    `Waiting for ${assignee?.name ?? 'an approver'} to decide${because(rule)}`,
  WAITING_FOR_INFO: () => 'Waiting for more information',
  APPROVED: ({ decision }) => `Approved by ${decision?.by?.name ?? 'its deadline'}`,
  REJECTED: ({ decision }) => `Rejected by ${decision?.by?.name ?? 'its deadline'}`,
  EXPIRED: () => 'The deadline passed without a decision',
  WITHDRAWN: () => 'Withdrawn; no decision is needed any more',
} as const satisfies Record<ApprovalState, (approval: ApprovalData, beside: Beside) => string>

export const isOrder = (data: OrderData | ApprovalData): data is OrderData =>
  'orderId' in data && 'lines' in data

/** One sentence: what this case waits for, or how it ended. */
export const waitingSentence = ({ caseDetails: { caseData } }: CaseView, beside: Beside): string => {
  if (!isOrder(caseData)) return APPROVAL[caseData.state](caseData, beside)
  const { attention } = caseData
  if (attention) return `Needs attention: ${attention.step} fails (${attention.error}); trying again`
  return ORDER[caseData.state](caseData)
}

const WHY: Partial<Record<ErrorCode, (groupName: string) => string>> = {
  FORBIDDEN: () => 'Your role does not allow this',
  NOT_IN_GROUP: (groupName) => `Only members of ${groupName} may do this`,
  OWN_REQUEST: () => 'Nobody decides on their own request',
  CASE_CLOSED: () => 'This case is closed',
  ALREADY_CLAIMED: () => 'Someone else has claimed this',
  NOT_CLAIMED: () => 'Nobody has claimed this',
}

/** Why a button is off, or undefined where it is on. @param code answer of `whyNot` */
export const offReason = (code: ErrorCode | null, groupName: string): string | undefined =>
  code === null ? undefined : (WHY[code]?.(groupName) ?? 'This is not possible now')
