/** Endpoints for the work on a case. */

import {
  CaseActionResponseSchema,
  DecisionResponseSchema,
  RetryParkedResponseSchema,
  RetryResponseSchema,
} from '../action-response'
import {
  AnswerInteraction,
  AssignCase,
  CaseMutationInput,
  CommentCase,
  DecideCase,
  MarkRead,
} from '../case-request'
import { EmptyQuery } from '../query-request'
import { NoContentSchema } from '../response-fields'
import { defineEndpoint, EXAMPLE_IDS } from './endpoint'

const base = { tag: 'Tasks', auth: 'required' } as const
const { caseId, orderId } = EXAMPLE_IDS
const requestKey = 'press-1'
const CASE_ERRORS = ['NOT_FOUND', 'CASE_CLOSED', 'STREAM_FULL', 'TEMPORAL_UNAVAILABLE'] as const
/** Of an approval, or the open one of an order: somebody may have decided, or none may be open yet. */
const TASK_ERRORS = [...CASE_ERRORS, 'ALREADY_DECIDED', 'INTERACTION_MISMATCH'] as const
const DECISION_ERRORS = [
  ...TASK_ERRORS,
  'NOT_IN_GROUP',
  'OWN_REQUEST',
  'CLAIMED_BY_ANOTHER',
  'REASON_REQUIRED',
  'DEADLINE_PASSED',
  'VERSION_MISMATCH',
] as const

export const taskEndpoints = {
  decide: defineEndpoint({
    ...base,
    id: 'decideCase',
    action: 'case.decide',
    summary: 'Approve or reject',
    details:
      'The first decision wins. The same decision sent again gets the same answer; another one is refused, and `decision` in the problem says who decided and when. A case that somebody has claimed is decided by its holder or a supervisor; `assignee` and `since` in the problem name the holder, and others take it over first. A rejection needs a comment; where an order asked, its customer reads it.',
    who: 'Members of the asked group, not the person who asked; of a claimed case its holder and supervisors',
    input: DecideCase,
    response: DecisionResponseSchema,
    mayPend: true,
    errors: DECISION_ERRORS,
    example: { caseId, decision: 'approved', comment: 'Known customer' },
  }),
  answer: defineEndpoint({
    ...base,
    id: 'answerInteraction',
    action: 'case.decide',
    summary: 'Answer what a case asks',
    details: 'For whoever renders `activeInteraction`: its `submitUrl` is this address.',
    who: 'Members of the asked group, not the person who asked; of a claimed case its holder and supervisors',
    input: AnswerInteraction,
    response: DecisionResponseSchema,
    mayPend: true,
    errors: DECISION_ERRORS,
    example: {
      caseId,
      interactionId: `${caseId}:1`,
      response: { action: 'rejected', comment: 'The card belongs to somebody else' },
    },
  }),
  claim: defineEndpoint({
    ...base,
    id: 'claimCase',
    action: 'case.claim',
    summary: 'Claim a case',
    who: 'Members of the asked group',
    key: 'mutation',
    input: CaseMutationInput,
    response: CaseActionResponseSchema,
    mayPend: true,
    errors: [...TASK_ERRORS, 'NOT_IN_GROUP', 'ALREADY_CLAIMED'],
    example: { caseId, requestKey },
  }),
  release: defineEndpoint({
    ...base,
    id: 'releaseCase',
    action: 'case.release',
    summary: 'Give a claimed case back',
    who: 'Whoever holds it; supervisors',
    key: 'mutation',
    input: CaseMutationInput,
    response: CaseActionResponseSchema,
    mayPend: true,
    errors: [...TASK_ERRORS, 'NOT_CLAIMED', 'ALREADY_CLAIMED'],
    example: { caseId, requestKey },
  }),
  takeOver: defineEndpoint({
    ...base,
    id: 'takeOverCase',
    action: 'case.takeOver',
    summary: 'Take a case over from a colleague',
    details:
      'The former holder gets a message. A case that nobody holds is claimed, one that the caller holds stays.',
    who: 'Members of the asked group, not the person who asked',
    key: 'mutation',
    input: CaseMutationInput,
    response: CaseActionResponseSchema,
    mayPend: true,
    errors: [...TASK_ERRORS, 'NOT_IN_GROUP', 'OWN_REQUEST'],
    example: { caseId, requestKey },
  }),
  assign: defineEndpoint({
    ...base,
    id: 'assignCase',
    action: 'case.assign',
    summary: 'Assign a case to a colleague',
    who: 'Members of the asked group; supervisors',
    key: 'mutation',
    input: AssignCase,
    response: CaseActionResponseSchema,
    mayPend: true,
    errors: [...TASK_ERRORS, 'NOT_IN_GROUP'],
    example: { caseId, requestKey, assigneeId: 'the id of a colleague, from /api/v1/people' },
  }),
  comment: defineEndpoint({
    ...base,
    id: 'commentCase',
    action: 'case.comment',
    summary: 'Comment on a case',
    details: 'Whoever is named in `mentions` gets a message.',
    who: 'Staff',
    key: 'mutation',
    input: CommentCase,
    response: CaseActionResponseSchema,
    mayPend: true,
    errors: TASK_ERRORS,
    example: { caseId, requestKey, text: 'Asked the warehouse for a photo' },
  }),
  retry: defineEndpoint({
    ...base,
    id: 'retryCase',
    action: 'case.retry',
    summary: 'Try a parked step at once',
    details:
      'For an order whose `attention` is set: it waits up to 15 minutes between two attempts. The activity says who asked. A step that is being tried already goes on.',
    who: 'Staff',
    key: 'mutation',
    input: CaseMutationInput,
    response: RetryResponseSchema,
    mayPend: true,
    errors: [...CASE_ERRORS, 'NOT_PARKED'],
    example: { caseId: orderId, requestKey },
  }),
  retryAll: defineEndpoint({
    ...base,
    id: 'retryParked',
    action: 'case.retryAll',
    summary: 'Try all parked steps at once',
    details: 'After an outage. Those that wait longest come first, at most 500 in one request.',
    who: 'Supervisors and administrators',
    input: EmptyQuery,
    response: RetryParkedResponseSchema,
    errors: ['TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: {},
  }),
  markRead: defineEndpoint({
    ...base,
    id: 'seeCases',
    action: 'case.list',
    summary: 'Mark cases as seen',
    details: 'An older version than was seen changes nothing, version 0 marks a case as unread.',
    who: 'Staff, each for themselves',
    input: MarkRead,
    response: NoContentSchema,
    success: 204,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { cases: [{ caseId, version: 3 }] },
  }),
}
