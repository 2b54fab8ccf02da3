/** What reaches an approval from people: the query and the five updates. */

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

/** One update: its guard is the validator and the handler's first line; its reply is the new view without its stream. */
const registerUpdate = <I>(
  approval: ApprovalCase,
  name: UpdateName,
  guard: (approval: ApprovalCase, input: I) => void,
  apply: (input: I) => void,
): void =>
  setHandler(
    defineUpdate<ApprovalView, [I]>(name),
    (input) => {
      guard(approval, input)
      approval.onUpdateHandled()
      apply(input)
      // Replies are kept in the history, so the stream, which the query tells, is left out.
      return { ...approval.view, stream: [] }
    },
    { validator: (input) => guard(approval, input) },
  )

/** Wires everything up; call inside the workflow's root scope, whose cancellation withdraws the approval. */
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
