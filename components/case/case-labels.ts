/** What a case waits for, and why a button is disabled. */

import type { Person } from '@/temporal/contract/auth/actor'
import type { Resource } from '@/temporal/contract/auth/permissions'
import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/cases/case'
import type { ErrorCode } from '@/temporal/contract/errors'
import type { RuleMatch } from '@/temporal/contract/orders/approval-rules'
import type { Attention } from '@/temporal/contract/orders/order'
import type { ApprovalState, OrderState } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** Facts from related cases, which make the sentence more specific. */
export interface SentenceContext {
  groupName: string
  /** The rule that required the approval, from its order. */
  rule: RuleMatch | null
  /** Assignee of the approval that the case waits for. */
  assignee: Person | null
  viewerId: string
  /** Nobody in the group may decide. */
  supervisorsMayDecide: boolean | undefined
}

const ruleSuffix = (rule: RuleMatch | null): string =>
  rule ? `: ${isolateText(rule.reason)} (rule ${rule.rule})` : ''
/** Label of who has to decide. */
const decider = ({ assignee, groupName, viewerId, supervisorsMayDecide }: SentenceContext): string => {
  if (supervisorsMayDecide && !assignee) return 'a supervisor, as nobody in its group may,'
  if (assignee) return assignee.id === viewerId ? 'you' : isolateText(assignee.name)
  return groupName ? `somebody in ${isolateText(groupName)}` : 'an approver'
}
const waitsForDecision = (context: SentenceContext): string =>
  `Waiting for ${decider(context)} to decide${ruleSuffix(context.rule)}`

const outcomeSuffix = ({ outcome }: OrderData): string => (outcome ? `: ${isolateText(outcome.reason)}` : '')

const ORDER = {
  PENDING: () => 'About to be checked',
  VALIDATING: () => 'Checking products, prices and address',
  RESERVING_STOCK: () => 'Reserving stock',
  AWAITING_CUSTOMER: () => 'Waiting for the customer',
  AWAITING_APPROVAL: (order, context) => waitsForDecision({ ...context, rule: context.rule ?? order.rule }),
  PROCESSING_PAYMENT: ({ payment }) =>
    payment.status === 'pending' ? 'Waiting for the payment provider' : 'Taking the payment',
  CONFIRMED: ({ shipment }) =>
    shipment?.shipmentId ? 'Waiting for the carrier to pick it up' : 'Being handed to the carrier',
  SHIPPED: () => 'On its way with the carrier',
  DELIVERED: () => 'Delivered; about to be closed',
  COMPLETED: () => 'Delivered and paid; nothing is left to do',
  FAILED: (order) => `Failed${outcomeSuffix(order)}`,
  CANCELLED: (order) => `Cancelled${outcomeSuffix(order)}`,
} as const satisfies Record<OrderState, (order: OrderData, context: SentenceContext) => string>

const APPROVAL = {
  OPEN: (_, context) => waitsForDecision(context),
  CLAIMED: (_, context) => waitsForDecision(context),
  WAITING_FOR_INFO: () => 'Waiting for more information',
  APPROVED: ({ decision }) => `Approved by ${isolateText(decision?.by?.name ?? 'its deadline')}`,
  REJECTED: ({ decision }) => `Rejected by ${isolateText(decision?.by?.name ?? 'its deadline')}`,
  EXPIRED: () => 'The deadline passed without a decision',
  WITHDRAWN: () => 'Withdrawn; no decision is needed any more',
} as const satisfies Record<ApprovalState, (approval: ApprovalData, context: SentenceContext) => string>

export const isOrder = (data: OrderData | ApprovalData): data is OrderData =>
  'orderId' in data && 'lines' in data

/** Name of the service behind each step. */
const SERVICE_BY_STEP: Record<string, string> = {
  'Checking the order': 'the catalogue',
  'Reserving stock': 'the inventory',
  'Returning stock': 'the inventory',
  'Asking for an approval': 'the approvals',
  Charging: 'the payment provider',
  Refunding: 'the payment provider',
  'Creating the shipment': 'the carrier',
}

const attentionSentence = ({ step, error, attempts }: Attention): string => {
  const tries = attempts > 1 ? `failed ${attempts} times` : 'failed'
  const service = SERVICE_BY_STEP[step] ?? 'what it needs'
  return `Waiting for an operator to bring ${service} back: ${step.toLowerCase()} ${tries} (${isolateText(error)}); it goes on by itself once that works`
}

/** What the case waits for, or how it ended. */
export const waitingSentence = (
  { caseDetails: { caseData } }: CaseView,
  context: SentenceContext,
): string => {
  if (!isOrder(caseData)) return APPROVAL[caseData.state](caseData, context)
  const { attention } = caseData
  return attention ? attentionSentence(attention) : ORDER[caseData.state](caseData, context)
}

/** The properties of an approval that permissions depend on. */
export const toResource = ({
  group,
  requester,
  assignee,
  state,
  supervisorsMayDecide,
}: ApprovalData): Resource => ({
  group,
  requesterId: requester.id,
  assigneeId: assignee?.id ?? null,
  state,
  supervisorsMayDecide,
})

type ToReason = (groupName: string, holder: string) => string

const DISABLED_REASON: Partial<Record<ErrorCode, ToReason>> = {
  FORBIDDEN: () => 'Your role does not allow this',
  NOT_IN_GROUP: (groupName) => `Only members of ${isolateText(groupName)} may do this`,
  OWN_REQUEST: () => 'Nobody decides on their own request',
  CASE_CLOSED: () => 'This case is closed',
  ALREADY_CLAIMED: () => 'Someone else has claimed this',
  CLAIMED_BY_ANOTHER: (_, holder) => `${isolateText(holder)} has claimed this: take it over first`,
  NOT_CLAIMED: () => 'Nobody has claimed this',
}

/** Why a button is disabled, or undefined where it is not. @param code result of `denialReason` */
export const toDisabledReason = (
  code: ErrorCode | null,
  groupName: string,
  holder = 'Someone else',
): string | undefined =>
  code === null ? undefined : (DISABLED_REASON[code]?.(groupName, holder) ?? 'This is not possible now')
