/** Cases as answers show them. */

import { z } from 'zod'
import { type ApprovalData, type CaseItem, type CaseView, type OrderData, WAITING_FOR } from '../case'
import { type CaseCounts, type CaseList, LIST_SOURCES } from '../filter'
import { CASE_KINDS } from '../ids'
import { exact } from './exact'
import { orderFields } from './reply-order'
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
} from './reply-parts'

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

export const Item = exact<CaseItem>()(
  z.object({
    ...summary,
    number,
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
  }),
)

export const List = exact<CaseList>()(
  z.object({
    items: z.array(Item),
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
    total: z.object({ value: z.int(), exact: z.boolean() }),
    source: z.enum(LIST_SOURCES),
    asOf: time,
  }),
)

export const Counts = exact<CaseCounts>()(
  z.object({
    mine: z.int(),
    unassigned: z.int(),
    all: z.int(),
    closed: z.int().nullable(),
    overdue: z.int(),
    attention: z.int(),
    unread: z.int(),
    asOf: time,
  }),
)

export const OrderInCase = exact<OrderData>()(z.object(orderFields))

export const ApprovalInCase = exact<ApprovalData>()(
  z.object({
    approvalId: z.string(),
    number,
    workflowId: z.string(),
    runId: z.string(),
    state: approvalState,
    title: z.string(),
    requester: person,
    group: z.string(),
    assignee: person.nullable(),
    priority: z.int(),
    dueAt: time.nullable(),
    remindAt: time.nullable(),
    onDeadline: deadlineAction,
    amountCents: cents.nullable(),
    currency: currency.nullable(),
    orderId: z.string().nullable().describe('The order that asked'),
    payload: z.record(z.string(), z.unknown()),
    round: z.int().describe('How often the question was asked: an escalation asks anew'),
    decision: approvalDecision.nullable(),
  }),
)

/** Answer of `GET /cases/{caseId}`. */
export const View = exact<CaseView>()(
  z.object({
    caseDetails: z.object({ ...summary, caseData: z.union([OrderInCase, ApprovalInCase]) }),
    activityStream: z.array(activityStreamItem),
    activeInteraction: activeInteraction.nullable().describe('What is asked of a person right now'),
    source: z.enum(['workflow', 'snapshot']).describe('A snapshot is as old as `asOf`'),
    asOf: time,
  }),
)
