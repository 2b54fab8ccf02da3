/** The handlers of an approval: one query, six updates and a signal. */

import {
  CancellationScope,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow'
import type {
  ApprovalView,
  AssignInput,
  ClaimInput,
  CommentInput,
  DecideInput,
  ReleaseInput,
} from '../../contract/cases/approval'
import { QUERIES, SIGNALS, UPDATES, type UpdateName } from '../../contract/temporal-names'
import type { ApprovalCase } from './approval-case'
import {
  type Phase,
  validateAssign,
  validateClaim,
  validateComment,
  validateDecide,
  validateRelease,
  validateTakeOver,
} from './approval-validators'
import { assign, claim, release, takeOver } from './holder-changes'

const getApprovalState = defineQuery<ApprovalView>(QUERIES.approval)

/** Registers one update. `validate` is its validator and the handler's first line; the reply is the new view. */
const registerUpdate = <I>(
  approval: ApprovalCase,
  name: UpdateName,
  validate: (approval: ApprovalCase, input: I, phase: Phase) => void,
  apply: (approval: ApprovalCase, input: I) => void,
): void =>
  setHandler(
    defineUpdate<ApprovalView, [I]>(name),
    (input) => {
      validate(approval, input, 'handler')
      approval.recorder.onUpdateHandled()
      apply(approval, input)
      // Replies are stored in the history, so the stream is left out; the query returns it.
      return { ...approval.view, stream: [] }
    },
    { validator: (input) => validate(approval, input, 'validator') },
  )

/** Registers all handlers. Call it in the workflow's root scope, whose cancellation withdraws the approval. */
export const registerHandlers = (approval: ApprovalCase): void => {
  setHandler(getApprovalState, () => approval.view)
  registerUpdate<ClaimInput>(approval, UPDATES.claim, validateClaim, claim)
  registerUpdate<ReleaseInput>(approval, UPDATES.release, validateRelease, release)
  registerUpdate<ClaimInput>(approval, UPDATES.takeOver, validateTakeOver, takeOver)
  registerUpdate<AssignInput>(approval, UPDATES.assign, validateAssign, assign)
  registerUpdate<CommentInput>(approval, UPDATES.comment, validateComment, (_, input) =>
    approval.comment(input),
  )
  registerUpdate<DecideInput>(approval, UPDATES.decide, validateDecide, (_, input) => approval.decide(input))
  setHandler(defineSignal(SIGNALS.checkDeciders), () => {
    if (!approval.deciders.request()) approval.recordIgnoredSignal(SIGNALS.checkDeciders)
  })
  setDefaultSignalHandler((name) => approval.recordIgnoredSignal(name))
  CancellationScope.current().cancelRequested.catch(() => approval.withdraw())
}
