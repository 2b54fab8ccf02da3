/**
 * Who may do what to an approval right now. Each guard runs twice: as the update's validator, and again at the start
 * of its handler, since several updates can pass their validators before the first handler runs.
 */

import type { AssignInput, ClaimInput, CommentInput, DecideInput, UpdateActor } from '../contract/approval'
import { DECISIONS, MAX_COMMENT_LENGTH, MAX_MENTIONS } from '../contract/approval'
import type { ApprovalCase } from './approval-case'
import { refuse } from './failures'

const isActor = (actor: unknown): actor is UpdateActor => {
  const { id, name, groups } = (actor ?? {}) as Partial<UpdateActor>
  return typeof id === 'string' && typeof name === 'string' && Array.isArray(groups)
}

const wellFormed = (isFine: boolean): void => {
  if (!isFine) throw refuse('VALIDATION_FAILED', 'The input of this update could not be read')
}

const stillOpen = ({ view, isClosed }: ApprovalCase): void => {
  if (!isClosed) return
  const { decision, state } = view
  if (!decision) throw refuse('CASE_CLOSED', 'This approval was withdrawn', { state })
  const who = decision.by?.name ?? 'The deadline'
  throw refuse('ALREADY_DECIDED', `${who} ${decision.decision} this at ${decision.at}`, { state, decision })
}

const inTime = (approval: ApprovalCase): void => {
  const { dueAt } = approval.view
  if (approval.isOverdue) throw refuse('DEADLINE_PASSED', `The deadline was ${dueAt}`, { dueAt })
}

const inGroup = ({ view }: ApprovalCase, actor: UpdateActor): void => {
  if (actor.groups.includes(view.group)) return
  throw refuse('NOT_IN_GROUP', `${actor.name} is not a member of ${view.group}`, { group: view.group })
}

const notTheRequester = ({ view }: ApprovalCase, actor: UpdateActor): void => {
  if (view.requester.id === actor.id) throw refuse('OWN_REQUEST', 'Nobody may decide on their own request')
}

const answersTheQuestion = (
  { view }: ApprovalCase,
  { interactionId, expectedVersion }: DecideInput,
): void => {
  if (interactionId !== undefined && interactionId !== view.interaction?.interactionId) {
    throw refuse('INTERACTION_MISMATCH', 'This question is no longer the one being asked', {
      interactionId: view.interaction?.interactionId ?? null,
    })
  }
  if (expectedVersion !== undefined && expectedVersion !== view.version) {
    throw refuse('VERSION_MISMATCH', `The case is at version ${view.version}`, { version: view.version })
  }
}

export const mayClaim = (approval: ApprovalCase, input: ClaimInput): void => {
  wellFormed(isActor(input?.actor))
  stillOpen(approval)
  inGroup(approval, input.actor)
  const { assignee } = approval.view
  if (assignee && assignee.id !== input.actor.id) {
    throw refuse('ALREADY_CLAIMED', `${assignee.name} has claimed this`, { assignee })
  }
}

export const mayRelease = (approval: ApprovalCase, input: ClaimInput): void => {
  wellFormed(isActor(input?.actor))
  stillOpen(approval)
  const { assignee } = approval.view
  if (!assignee) throw refuse('NOT_CLAIMED', 'This is not claimed')
  if (assignee.id === input.actor.id || input.actor.supervises) return
  throw refuse('ALREADY_CLAIMED', `${assignee.name} has claimed this`, { assignee })
}

export const mayAssign = (approval: ApprovalCase, input: AssignInput): void => {
  wellFormed(isActor(input?.actor) && isActor(input.assignee))
  stillOpen(approval)
  if (!input.actor.supervises) inGroup(approval, input.actor)
  inGroup(approval, input.assignee)
}

export const mayComment = (approval: ApprovalCase, input: CommentInput): void => {
  const length = typeof input?.text === 'string' ? input.text.trim().length : 0
  wellFormed(isActor(input?.actor) && length > 0 && length <= MAX_COMMENT_LENGTH)
  const { mentions = [] } = input
  wellFormed(Array.isArray(mentions) && mentions.length <= MAX_MENTIONS)
  stillOpen(approval)
  if (approval.announcer.isFull) {
    throw refuse('STREAM_FULL', 'This case cannot take more comments until those it has are stored')
  }
}

export const mayDecide = (approval: ApprovalCase, input: DecideInput): void => {
  wellFormed(isActor(input?.actor) && DECISIONS.includes(input.decision))
  wellFormed((input.comment ?? '').length <= MAX_COMMENT_LENGTH)
  stillOpen(approval)
  inTime(approval)
  answersTheQuestion(approval, input)
  inGroup(approval, input.actor)
  notTheRequester(approval, input.actor)
  if (input.decision === 'rejected' && !input.comment?.trim()) {
    throw refuse('REASON_REQUIRED', 'A rejection needs a reason')
  }
}
