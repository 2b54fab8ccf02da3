import type { Context, Verb } from '@/app/_server/http/context'
import { findStaff } from '@/db/queries/people'
import type { CommentInput } from '@/temporal/contract/approval'
import type { Mention } from '@/temporal/contract/mentions'
import { UPDATES } from '@/temporal/contract/messages'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { CaseReply } from '@/temporal/contract/replies'
import type { CommentCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader, updateActorOf } from '../cases/actors'
import { demandTarget } from '../cases/approval-target'
import { touch } from '../cases/touch'
import { invalid } from '../http/problem'

/** The people by their own names, whatever the caller called them. @throws Refusal VALIDATION_FAILED */
const knownStaff = ({ runtime }: Context, mentions: readonly { id: string }[]): Promise<Mention[]> =>
  Promise.all(
    mentions.map(async ({ id }, i) => {
      const person = await findStaff(runtime.db, id, STAFF_ROLES)
      if (!person) throw invalid([{ path: `mentions.${i}.id`, message: 'There is no such colleague' }])
      return { id, name: person.name }
    }),
  )

/** Writes into the activity stream, and calls those it mentions. */
export const commentCase: Verb<CommentCase, CaseReply> = async (ctx, input) => {
  const { caseId, requestKey, text, mentions = [] } = input
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.comment', caseId)
  const called = await knownStaff(ctx, mentions)
  const comment: CommentInput = {
    actor: updateActorOf(actor),
    text,
    ...(called.length > 0 && { mentions: called }),
  }
  const updateId = `${UPDATES.comment}:${actor.id}:${requestKey}`
  return touch(ctx, {
    caseId,
    approval,
    name: UPDATES.comment,
    input: comment,
    updateId,
    message: 'Comment added',
  })
}
