import type { Context, Verb } from '@/app/_server/auth/context'
import { selectStaffMember } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { CommentInput } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { CommentCase } from '@/temporal/contract/schemas/case'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { getStaffCache } from '../auth/staff-cache'
import { validationError } from '../platform/http/problem'
import { getRateLimiter } from '../platform/http/rate-limit-store'
import { RATE_LIMITS } from '../platform/http/rate-limiter'
import { requireCaseReader, toUpdateActor } from './case-access'
import { requireApproval } from './resolve-approval'
import { updateApproval } from './update-approval'

/** Memory first, which also answers while Postgres is away; it holds so many and is a moment old. */
const findColleagueName = async ({ runtime }: Context, id: string): Promise<string | undefined> => {
  const known = (await getStaffCache(runtime).all()).find((colleague) => colleague.id === id)
  return (known ?? (await selectStaffMember(runtime.db, id, STAFF_ROLES)))?.name
}

/** The people by their own names, whatever the caller called them. @throws AppError VALIDATION_FAILED */
const resolveMentions = (ctx: Context, ids: readonly string[]): Promise<Mention[]> =>
  Promise.all(
    ids.map(async (id, i) => {
      const name = await findColleagueName(ctx, id)
      if (name === undefined)
        throw validationError([{ path: `mentions.${i}.id`, message: 'There is no such colleague' }])
      return { id, name }
    }),
  )

/**
 * Writes into the activity stream, and calls those it mentions.
 * @throws AppError RATE_LIMITED where somebody calls colleagues too often
 */
export const commentCase: Verb<CommentCase, CaseActionResponse> = async (ctx, input) => {
  const { caseId, requestKey, text, mentions = [] } = input
  const actor = requireCaseReader(ctx)
  const { approval } = await requireApproval(ctx, 'case.comment', caseId)
  const called = await resolveMentions(
    ctx,
    mentions.map(({ id }) => id),
  )
  if (called.length > 0) await getRateLimiter(ctx.runtime).hit(`mention:${actor.id}`, RATE_LIMITS.mention)
  const comment: CommentInput = {
    actor: toUpdateActor(actor),
    text,
    ...(called.length > 0 && { mentions: called }),
  }
  const updateId = `${UPDATES.comment}:${actor.id}:${requestKey}`
  return updateApproval(ctx, {
    caseId,
    approval,
    name: UPDATES.comment,
    input: comment,
    updateId,
    message: 'Comment added',
  })
}
