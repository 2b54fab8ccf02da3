import type { Verb } from '@/app/_server/http/context'
import type { ClaimInput } from '@/temporal/contract/approval'
import { UPDATES } from '@/temporal/contract/messages'
import type { CaseReply } from '@/temporal/contract/replies'
import type { TouchCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader, updateActorOf } from '../cases/actors'
import { demandTarget } from '../cases/approval-target'
import { touch } from '../cases/touch'

/** Takes a case, so that others see who works on it. */
export const claimCase: Verb<TouchCase, CaseReply> = async (ctx, { caseId, requestKey }) => {
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.claim', caseId)
  const input: ClaimInput = { actor: updateActorOf(actor) }
  const updateId = `${UPDATES.claim}:${actor.id}:${requestKey}`
  return touch(ctx, { caseId, approval, name: UPDATES.claim, input, updateId, message: 'Claimed' })
}
