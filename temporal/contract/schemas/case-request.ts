/** Inputs of the human-task endpoints. Case ids are any text, so that a malformed one gets the same 404 as an unknown one. */

import { z } from 'zod'
import { DECISIONS, MAX_COMMENT_LENGTH, MAX_MENTIONS } from '../cases/approval'
import { MAX_LIMIT } from '../cases/case-filter'
import {
  caseId,
  caseIdInPath,
  multilineText,
  optionalMultilineText,
  optionalText,
  text,
  version,
  versionText,
} from './request-fields'

const DECISION = `A decision is ${DECISIONS.map((decision) => `"${decision}"`).join(' or ')}`
const decision = z.enum(DECISIONS, DECISION)
const comment = optionalMultilineText('The comment', MAX_COMMENT_LENGTH)
/** The idempotency key: a repeated request is the same mutation. */
const requestKey = z.string()

export const ReadCase = z.strictObject({
  caseId: caseIdInPath,
  minVersion: versionText.optional(),
})
export type ReadCase = z.output<typeof ReadCase>

export const DecideCase = z.strictObject({
  caseId: caseIdInPath,
  decision,
  interactionId: optionalText('The interactionId', 200),
  comment,
  expectedVersion: version.optional(),
})
export type DecideCase = z.output<typeof DecideCase>

/** Response to `action_buttons`: the button's value alone, or with the fields of its form. */
const response = z
  .union([decision.transform((action) => ({ action })), z.strictObject({ action: decision, comment })], {
    error: `The response is ${DECISIONS.map((d) => `"${d}"`).join(' or ')}, or {"action", "comment"}`,
  })
  .transform((value): { action: (typeof DECISIONS)[number]; comment?: string } => value)

export const AnswerInteraction = z.strictObject({
  caseId: caseIdInPath,
  interactionId: text('The interactionId', 200),
  response,
})
export type AnswerInteraction = z.output<typeof AnswerInteraction>

export const CaseMutationInput = z.strictObject({ caseId: caseIdInPath, requestKey })
export type CaseMutationInput = z.output<typeof CaseMutationInput>

export const AssignCase = CaseMutationInput.extend({
  assigneeId: text('The assignee', 100).meta({ format: 'colleague-id' }),
})
export type AssignCase = z.output<typeof AssignCase>

/** The server checks the id against the staff and takes the name from there. */
const mention = z.strictObject({
  id: text('The id of a person', 100).meta({ format: 'colleague-id' }),
  name: optionalText('The name', 200),
})

export const CommentCase = CaseMutationInput.extend({
  text: multilineText('The comment', MAX_COMMENT_LENGTH),
  mentions: z.array(mention).max(MAX_MENTIONS, `A comment calls at most ${MAX_MENTIONS} people`).optional(),
})
export type CommentCase = z.output<typeof CommentCase>

/** The versions that the caller has read; version 0 marks a case as unread. */
export const MarkRead = z.strictObject({
  cases: z
    .array(z.strictObject({ caseId, version }))
    .min(1, 'Name at least one case')
    .max(MAX_LIMIT, `At most ${MAX_LIMIT} cases at once`),
})
export type MarkRead = z.output<typeof MarkRead>
