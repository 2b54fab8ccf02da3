import type { Verb } from '@/app/_server/auth/context'
import type { ClaimInput } from '@/temporal/contract/cases/approval'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { CaseMutationInput } from '@/temporal/contract/schemas/case-request'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { requireCaseReader, toUpdateActor } from './case-access'
import { requireApproval } from './resolve-approval'
import { updateApproval } from './update-approval'

/** Takes a case over from the colleague who holds it, who is told. One that nobody holds is claimed. */
export const takeOverCase: Verb<CaseMutationInput, CaseActionResponse> = async (
  ctx,
  { caseId, requestKey },
) => {
  const actor = requireCaseReader(ctx)
  const { approval } = await requireApproval(ctx, 'case.takeOver', caseId)
  const input: ClaimInput = { actor: toUpdateActor(actor) }
  return updateApproval(ctx, {
    caseId,
    approval,
    name: UPDATES.takeOver,
    input,
    requestKey,
    message: 'Taken over',
  })
}
