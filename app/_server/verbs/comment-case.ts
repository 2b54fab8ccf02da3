import type { Context, Verb } from '@/app/_server/http/context'
import type { CommentInput } from '@/temporal/contract/approval'
import type { Mention } from '@/temporal/contract/mentions'
import { UPDATES } from '@/temporal/contract/messages'
import type { CaseReply } from '@/temporal/contract/replies'
import type { CommentCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader, updateActorOf } from '../cases/actors'
import { demandTarget } from '../cases/approval-target'
import { touch } from '../cases/touch'
import { invalid } from '../http/problem'
import { staffOf } from '../identity/staff'

/** The people by their own names, whatever the caller called them. @throws Refusal VALIDATION_FAILED */
const colleaguesOf = async ({ runtime }: Context, ids: readonly string[]): Promise<Mention[]> => {
  if (ids.length === 0) return []
  const names = new Map((await staffOf(runtime).all()).map(({ id, name }) => [id, name]))
  return ids.map((id, i) => {
    const name = names.get(id)
    if (name === undefined)
      throw invalid([{ path: `mentions.${i}.id`, message: 'There is no such colleague' }])
    return { id, name }
  })
}

/** Writes into the activity stream, and calls those it mentions. */
export const commentCase: Verb<CommentCase, CaseReply> = async (ctx, input) => {
  const { caseId, requestKey, text, mentions = [] } = input
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.comment', caseId)
  const called = await colleaguesOf(
    ctx,
    mentions.map(({ id }) => id),
  )
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
