import type { Context, Verb } from '@/app/_server/auth/context'
import { selectStaffMember } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { CommentInput } from '@/temporal/contract/cases/approval'
import type { Mention } from '@/temporal/contract/cases/mentions'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { CommentCase } from '@/temporal/contract/schemas/case-request'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { getStaffCache } from '../auth/staff-cache'
import { validationError } from '../platform/http/problem'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { requireCaseReader, toUpdateActor } from './case-access'
import { requireApproval } from './resolve-approval'
import { updateApproval } from './update-approval'

/** Looks in the cache first, which also works while Postgres is down but may be incomplete or out of date. */
const findColleagueName = async ({ runtime }: Context, id: string): Promise<string | undefined> => {
  const cached = (await getStaffCache(runtime).all()).find((colleague) => colleague.id === id)
  return (cached ?? (await selectStaffMember(runtime.db, id, STAFF_ROLES)))?.name
}

/** Names come from the accounts, never from the request. @throws AppError VALIDATION_FAILED for an unknown id */
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
 * Adds a comment to the activity stream and notifies the colleagues it mentions.
 * @throws AppError RATE_LIMITED for too many mentions, VALIDATION_FAILED for an unknown colleague
 */
export const commentCase: Verb<CommentCase, CaseActionResponse> = async (ctx, input) => {
  const { caseId, requestKey, text, mentions = [] } = input
  const actor = requireCaseReader(ctx)
  const { approval } = await requireApproval(ctx, 'case.comment', caseId)
  const resolved = await resolveMentions(
    ctx,
    mentions.map(({ id }) => id),
  )
  if (resolved.length > 0) await getRateLimiter(ctx.runtime).hit(`mention:${actor.id}`, RATE_LIMITS.mention)
  const comment: CommentInput = {
    actor: toUpdateActor(actor),
    text,
    ...(resolved.length > 0 && { mentions: resolved }),
  }
  return updateApproval(ctx, {
    caseId,
    approval,
    name: UPDATES.comment,
    input: comment,
    requestKey,
    message: 'Comment added',
  })
}
