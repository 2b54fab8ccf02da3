/** What reaches an approval from people: the query and the five updates. */

import {
  CancellationScope,
  defineQuery,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow'
import type { ApprovalView, AssignInput, ClaimInput, CommentInput, DecideInput } from '../contract/approval'
import { QUERIES, UPDATES, type UpdateName } from '../contract/messages'
import type { ApprovalCase } from './approval-case'
import { mayAssign, mayClaim, mayComment, mayDecide, mayRelease } from './approval-guards'

const getApprovalState = defineQuery<ApprovalView>(QUERIES.approval)

/** One update: its guard is the validator and the handler's first line; its reply is the new view without its stream. */
const answer = <I>(
  approval: ApprovalCase,
  name: UpdateName,
  guard: (approval: ApprovalCase, input: I) => void,
  apply: (input: I) => void,
): void =>
  setHandler(
    defineUpdate<ApprovalView, [I]>(name),
    (input) => {
      guard(approval, input)
      approval.handling()
      apply(input)
      // Replies are kept in the history, so the stream, which the query tells, is left out.
      return { ...approval.view, stream: [] }
    },
    { validator: (input) => guard(approval, input) },
  )

/** Wires everything up; call inside the workflow's root scope, whose cancellation withdraws the approval. */
export const listen = (approval: ApprovalCase): void => {
  setHandler(getApprovalState, () => approval.view)
  answer<ClaimInput>(approval, UPDATES.claim, mayClaim, ({ actor }) => approval.claim(actor))
  answer<ClaimInput>(approval, UPDATES.release, mayRelease, ({ actor }) => approval.release(actor))
  answer<AssignInput>(approval, UPDATES.assign, mayAssign, (input) => approval.assign(input))
  answer<CommentInput>(approval, UPDATES.comment, mayComment, (input) => approval.comment(input))
  answer<DecideInput>(approval, UPDATES.decide, mayDecide, (input) => approval.decide(input))
  setDefaultSignalHandler((name) => approval.ignore(name))
  CancellationScope.current().cancelRequested.catch(() => approval.withdraw())
}
