import type { Verb } from '@/app/_server/auth/context'
import { type Actor, toPerson } from '@/temporal/contract/auth/actor'
import { denialReason } from '@/temporal/contract/auth/permissions'
import { AppError } from '@/temporal/contract/errors'
import { orderCan, type RetryInput } from '@/temporal/contract/orders/order'
import { PENDING_STATUS, type RetryResponse } from '@/temporal/contract/responses'
import type { CaseMutationInput } from '@/temporal/contract/schemas/case-request'
import { UPDATES } from '@/temporal/contract/temporal-names'
import type { Context } from '../auth/context'
import { live } from '../live/live'
import { updateCase } from '../live/update-case'
import { requireCaseReader } from './case-access'

/** Refuses early what the workflow would refuse, from a read that may be shared with other requests. */
const requireParked = async (ctx: Context, actor: Actor, caseId: string): Promise<void> => {
  const { view } = await live(ctx.runtime).reader.readFresh(caseId)
  const denial = denialReason(actor, 'case.retry', { state: view.state })
  if (denial) throw new AppError(denial)
  if (view.kind !== 'order' || !orderCan.retry(view)) throw new AppError('NOT_PARKED')
}

/**
 * Sends the request for the next attempt.
 * @param requestKey part of the update id, so that a repeated request is deduplicated
 * @throws AppError NOT_PARKED, CASE_CLOSED, TEMPORAL_UNAVAILABLE
 */
export const sendRetry = async (
  ctx: Context,
  actor: Actor,
  { caseId, requestKey }: CaseMutationInput,
): Promise<RetryResponse> => {
  const input: RetryInput = { by: toPerson(actor) }
  const updateId = `${UPDATES.retryNow}:${actor.id}:${requestKey}`
  const outcome = await updateCase(ctx, { caseId, name: UPDATES.retryNow, input, updateId })
  if (outcome.kind === 'closed') throw new AppError('CASE_CLOSED')
  if (outcome.kind === 'pending')
    return {
      caseId,
      status: PENDING_STATUS,
      message: 'The order has not answered yet; ask again',
      version: null,
    }
  const { state, version } = outcome.view
  return { caseId, status: state, message: 'It is being tried again', version }
}

/** Tries the step of an order that waits for its next attempt at once, for instance after an outage. */
export const retryCase: Verb<CaseMutationInput, RetryResponse> = async (ctx, input) => {
  const actor = requireCaseReader(ctx)
  await requireParked(ctx, actor, input.caseId)
  return sendRetry(ctx, actor, input)
}
