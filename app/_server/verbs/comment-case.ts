import type { Verb } from '@/app/_server/http/context'
import type { CommentInput } from '@/temporal/contract/approval'
import { UPDATES } from '@/temporal/contract/messages'
import type { CaseReply } from '@/temporal/contract/replies'
import type { CommentCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader, updateActorOf } from '../cases/actors'
import { demandTarget } from '../cases/approval-target'
import { touch } from '../cases/touch'

/** Writes into the activity stream. */
export const commentCase: Verb<CommentCase, CaseReply> = async (ctx, { caseId, requestKey, text }) => {
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.comment', caseId)
  const input: CommentInput = { actor: updateActorOf(actor), text }
  const updateId = `${UPDATES.comment}:${actor.id}:${requestKey}`
  return touch(ctx, { caseId, approval, name: UPDATES.comment, input, updateId, message: 'Comment added' })
}
