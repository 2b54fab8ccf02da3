/**
 * Update validators of an approval. Each runs twice: as the update's validator, and again at the start of its handler,
 * because several updates can pass their validators before the first handler runs.
 */

import { patched } from '@temporalio/workflow'
import type { Person } from '../../contract/auth/actor'
import type {
  AssignInput,
  ClaimInput,
  CommentInput,
  DecideInput,
  ReleaseInput,
  UpdateActor,
} from '../../contract/cases/approval'
import { DECISIONS, MAX_COMMENT_LENGTH, MAX_MENTIONS, RELEASE_REASONS } from '../../contract/cases/approval'
import { isolateText } from '../../contract/text/isolate-text'
import { updateFailure } from '../shared/failures'
import type { ApprovalCase } from './approval-case'

/** The handler also runs on replay, and must then accept what an earlier version accepted. */
export type Phase = 'validator' | 'handler'

const isActor = (actor: unknown): actor is UpdateActor => {
  const { id, name, groups } = (actor ?? {}) as Partial<UpdateActor>
  return typeof id === 'string' && typeof name === 'string' && Array.isArray(groups)
}

const assertWellFormed = (isWellFormed: boolean): void => {
  if (!isWellFormed) throw updateFailure('VALIDATION_FAILED', 'The input of this update could not be read')
}

const assertOpen = ({ view, isClosed }: ApprovalCase): void => {
  if (!isClosed) return
  const { decision, state } = view
  if (!decision) throw updateFailure('CASE_CLOSED', 'This approval was withdrawn', { state })
  const decider = decision.by?.name ?? 'The deadline'
  throw updateFailure(
    'ALREADY_DECIDED',
    `${isolateText(decider)} ${decision.decision} this at ${decision.at}`,
    {
      state,
      decision,
    },
  )
}

const assertBeforeDeadline = (approval: ApprovalCase): void => {
  const { dueAt } = approval.view
  if (approval.isOverdue) throw updateFailure('DEADLINE_PASSED', `The deadline was ${dueAt}`, { dueAt })
}

const assertInGroup = ({ view }: ApprovalCase, actor: UpdateActor): void => {
  if (actor.groups.includes(view.group) || (view.supervisorsMayDecide && actor.supervises)) return
  throw updateFailure(
    'NOT_IN_GROUP',
    `${isolateText(actor.name)} is not a member of ${isolateText(view.group)}`,
    { group: view.group },
  )
}

const assertNotRequester = ({ view }: ApprovalCase, actor: UpdateActor): void => {
  if (view.requester.id === actor.id)
    throw updateFailure('OWN_REQUEST', 'Nobody may decide on their own request')
}

/** Runs before this rule let anybody in the group decide; their histories hold such decisions. */
const HOLDER_DECIDES_PATCH = 'holder-decides'

const assertHolder = ({ view }: ApprovalCase, actor: UpdateActor, phase: Phase): void => {
  const { assignee, claimedAt = null } = view
  if (!assignee || assignee.id === actor.id || actor.supervises) return
  if (phase === 'handler' && !patched(HOLDER_DECIDES_PATCH)) return
  throw updateFailure(
    'CLAIMED_BY_ANOTHER',
    `${isolateText(assignee.name)} has claimed this; take it over first`,
    {
      assignee,
      since: claimedAt,
    },
  )
}

const assertCurrentInteraction = (
  { view }: ApprovalCase,
  { interactionId, expectedVersion }: DecideInput,
): void => {
  if (interactionId !== undefined && interactionId !== view.interaction?.interactionId) {
    throw updateFailure('INTERACTION_MISMATCH', 'This question is no longer the one being asked', {
      interactionId: view.interaction?.interactionId ?? null,
    })
  }
  if (expectedVersion !== undefined && expectedVersion !== view.version) {
    throw updateFailure('VERSION_MISMATCH', `The case is at version ${view.version}`, {
      version: view.version,
    })
  }
}

export const validateClaim = (approval: ApprovalCase, input: ClaimInput): void => {
  assertWellFormed(isActor(input?.actor))
  assertOpen(approval)
  assertInGroup(approval, input.actor)
  const { assignee } = approval.view
  if (assignee && assignee.id !== input.actor.id) {
    throw updateFailure('ALREADY_CLAIMED', `${isolateText(assignee.name)} has claimed this`, { assignee })
  }
}

/** Earlier versions did not read `holderId`; their histories hold releases of whoever held the case. */
const isMeantFor = ({ holderId }: ReleaseInput, assignee: Person, phase: Phase): boolean =>
  holderId === undefined ||
  holderId === assignee.id ||
  (phase === 'handler' && !patched(HOLDER_DECIDES_PATCH))

export const validateRelease = (approval: ApprovalCase, input: ReleaseInput, phase: Phase): void => {
  assertWellFormed(isActor(input?.actor))
  assertWellFormed(input.reason === undefined || RELEASE_REASONS.includes(input.reason))
  assertOpen(approval)
  const { assignee } = approval.view
  if (!assignee) throw updateFailure('NOT_CLAIMED', 'This is not claimed')
  const mayRelease = assignee.id === input.actor.id || input.actor.supervises
  if (mayRelease && isMeantFor(input, assignee, phase)) return
  throw updateFailure('ALREADY_CLAIMED', `${isolateText(assignee.name)} has claimed this`, { assignee })
}

export const validateTakeOver = (approval: ApprovalCase, input: ClaimInput): void => {
  assertWellFormed(isActor(input?.actor))
  assertOpen(approval)
  assertInGroup(approval, input.actor)
  assertNotRequester(approval, input.actor)
}

export const validateAssign = (approval: ApprovalCase, input: AssignInput): void => {
  assertWellFormed(isActor(input?.actor) && isActor(input.assignee))
  assertOpen(approval)
  if (!input.actor.supervises) assertInGroup(approval, input.actor)
  assertInGroup(approval, input.assignee)
}

export const validateComment = (approval: ApprovalCase, input: CommentInput): void => {
  const length = typeof input?.text === 'string' ? input.text.trim().length : 0
  assertWellFormed(isActor(input?.actor) && length > 0 && length <= MAX_COMMENT_LENGTH)
  const { mentions = [] } = input
  assertWellFormed(Array.isArray(mentions) && mentions.length <= MAX_MENTIONS)
  assertOpen(approval)
  if (approval.recorder.isBacklogFull) {
    throw updateFailure('STREAM_FULL', 'This case cannot take more comments until those it has are stored')
  }
}

export const validateDecide = (approval: ApprovalCase, input: DecideInput, phase: Phase): void => {
  assertWellFormed(isActor(input?.actor) && DECISIONS.includes(input.decision))
  assertWellFormed((input.comment ?? '').length <= MAX_COMMENT_LENGTH)
  assertOpen(approval)
  assertBeforeDeadline(approval)
  assertCurrentInteraction(approval, input)
  assertInGroup(approval, input.actor)
  assertNotRequester(approval, input.actor)
  assertHolder(approval, input.actor, phase)
  if (input.decision === 'rejected' && !input.comment?.trim()) {
    throw updateFailure('REASON_REQUIRED', 'A rejection needs a reason')
  }
}
