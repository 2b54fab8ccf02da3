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
import { limiterOf } from '../http/guard'
import { LIMITS } from '../http/limits'
import { invalid } from '../http/problem'
import { staffOf } from '../identity/staff'

/** Memory first, which also answers while Postgres is away; it holds so many and is a moment old. */
const nameOf = async ({ runtime }: Context, id: string): Promise<string | undefined> => {
  const known = (await staffOf(runtime).all()).find((colleague) => colleague.id === id)
  return (known ?? (await findStaff(runtime.db, id, STAFF_ROLES)))?.name
}

/** The people by their own names, whatever the caller called them. @throws Refusal VALIDATION_FAILED */
const colleaguesOf = (ctx: Context, ids: readonly string[]): Promise<Mention[]> =>
  Promise.all(
    ids.map(async (id, i) => {
      const name = await nameOf(ctx, id)
      if (name === undefined)
        throw invalid([{ path: `mentions.${i}.id`, message: 'There is no such colleague' }])
      return { id, name }
    }),
  )

/**
 * Writes into the activity stream, and calls those it mentions.
 * @throws Refusal RATE_LIMITED where somebody calls colleagues too often
 */
export const commentCase: Verb<CommentCase, CaseReply> = async (ctx, input) => {
  const { caseId, requestKey, text, mentions = [] } = input
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.comment', caseId)
  const called = await colleaguesOf(
    ctx,
    mentions.map(({ id }) => id),
  )
  if (called.length > 0) await limiterOf(ctx.runtime).hit(`mention:${actor.id}`, LIMITS.mention)
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
