/** The handlers of an approval: one query and five updates. */

import {
  CancellationScope,
  defineQuery,
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
} from '../../contract/cases/approval'
import { QUERIES, UPDATES, type UpdateName } from '../../contract/temporal-names'
import type { ApprovalCase } from './approval-case'
import {
  validateAssign,
  validateClaim,
  validateComment,
  validateDecide,
  validateRelease,
} from './approval-validators'

const getApprovalState = defineQuery<ApprovalView>(QUERIES.approval)

/** Registers one update. `validate` is its validator and the handler's first line; the reply is the new view. */
const registerUpdate = <I>(
  approval: ApprovalCase,
  name: UpdateName,
  validate: (approval: ApprovalCase, input: I) => void,
  apply: (input: I) => void,
): void =>
  setHandler(
    defineUpdate<ApprovalView, [I]>(name),
    (input) => {
      validate(approval, input)
      approval.recorder.onUpdateHandled()
      apply(input)
      // Replies are stored in the history, so the stream is left out; the query returns it.
      return { ...approval.view, stream: [] }
    },
    { validator: (input) => validate(approval, input) },
  )

/** Registers all handlers. Call it in the workflow's root scope, whose cancellation withdraws the approval. */
export const registerHandlers = (approval: ApprovalCase): void => {
  setHandler(getApprovalState, () => approval.view)
  registerUpdate<ClaimInput>(approval, UPDATES.claim, validateClaim, ({ actor }) => approval.claim(actor))
  registerUpdate<ClaimInput>(approval, UPDATES.release, validateRelease, ({ actor }) =>
    approval.release(actor),
  )
  registerUpdate<AssignInput>(approval, UPDATES.assign, validateAssign, (input) => approval.assign(input))
  registerUpdate<CommentInput>(approval, UPDATES.comment, validateComment, (input) => approval.comment(input))
  registerUpdate<DecideInput>(approval, UPDATES.decide, validateDecide, (input) => approval.decide(input))
  setDefaultSignalHandler((name) => approval.recordIgnoredSignal(name))
  CancellationScope.current().cancelRequested.catch(() => approval.withdraw())
}
