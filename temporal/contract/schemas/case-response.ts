/** Responses with cases. */

import { z } from 'zod'
import { LIST_SOURCES } from '../cases/case-filter'
import { CASE_KINDS } from '../cases/case-ids'
import { WAITING_FOR } from '../states'
import { orderFields } from './order-response'
import {
  activeInteraction,
  activityStreamItem,
  approvalDecision,
  approvalState,
  caseId,
  caseState,
  cents,
  currency,
  deadlineAction,
  number,
  person,
  time,
  version,
} from './response-fields'

const summary = {
  caseId,
  caseTitle: z.string(),
  kind: z.enum(CASE_KINDS),
  status: caseState,
  submitter: z.array(person),
  assignee: z.array(person),
  createdAt: time,
  updatedAt: time,
  dueAt: time.nullable(),
  version,
}

export const CaseItemSchema = z.object({
  ...summary,
  number,
  subject: z
    .string()
    .nullable()
    .describe('What it is about: rule, first product, facts; null where a list from Temporal cannot tell'),
  amountCents: cents.nullable(),
  currency: currency.nullable(),
  group: z.string().nullable(),
  priority: z.int().describe('0 lowest to 3 urgent'),
  waitingFor: z.enum(WAITING_FOR).nullable().describe('Null once nothing is waited for'),
  interactionId: z
    .string()
    .nullable()
    .describe(
      'The open question, for an order that of its approval; null where a list from Temporal cannot tell',
    ),
  isUnread: z.boolean().describe('The caller never saw it, or not as it is now'),
})

export const CaseListSchema = z.object({
  items: z.array(CaseItemSchema),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
  total: z.object({ value: z.int(), exact: z.boolean() }),
  source: z.enum(LIST_SOURCES),
  asOf: time,
})

/** Response of `GET /cases/counts`: open cases that match the filter, unless said otherwise. */
export const CaseCountsSchema = z.object({
  mine: z.int(),
  unassigned: z.int(),
  all: z.int(),
  /** Null without a filter, and where more than 10,000 match. */
  closed: z.int().nullable(),
  overdue: z.int(),
  attention: z.int(),
  /** Asked of a group of the caller, and not read by them in the current version. */
  unread: z.int(),
  asOf: time,
})

export const OrderDataSchema = z.object(orderFields)

export const ApprovalDataSchema = z.object({
  approvalId: z.string(),
  number,
  workflowId: z.string(),
  runId: z.string(),
  state: approvalState,
  title: z.string(),
  requester: person,
  group: z.string(),
  assignee: person.nullable(),
  claimedAt: time.nullable().optional().describe('Since when `assignee` holds it; absent from older cases'),
  priority: z.int(),
  dueAt: time.nullable(),
  remindAt: time.nullable(),
  onDeadline: deadlineAction,
  fallbackGroup: z.string().nullable().optional().describe('Asked when nobody in `group` may decide'),
  supervisorsMayDecide: z
    .boolean()
    .optional()
    .describe(
      'Nobody in `group` or `fallbackGroup` may decide: supervisors and administrators of any group may',
    ),
  amountCents: cents.nullable(),
  currency: currency.nullable(),
  orderId: z.string().nullable().describe('The order that asked'),
  payload: z.record(z.string(), z.unknown()),
  round: z.int().describe('How often the question was asked: an escalation asks anew'),
  decision: approvalDecision.nullable(),
})

/** Response of `GET /cases/{caseId}`. */
export const CaseViewSchema = z.object({
  caseDetails: z.object({ ...summary, caseData: z.union([OrderDataSchema, ApprovalDataSchema]) }),
  activityStream: z.array(activityStreamItem),
  activeInteraction: activeInteraction.nullable().describe('What is asked of a person right now'),
  source: z.enum(['workflow', 'snapshot']).describe('A snapshot is as old as `asOf`'),
  asOf: time,
})
