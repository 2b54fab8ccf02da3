import type { Verb } from '@/app/_server/auth/context'
import type { Action } from '@/temporal/contract/auth/permissions'
import type { ClaimInput } from '@/temporal/contract/cases/approval'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { CaseMutationInput } from '@/temporal/contract/schemas/case-request'
import type { UpdateName } from '@/temporal/contract/temporal-names'
import { requireCaseReader, toUpdateActor } from './case-access'
import { requireApproval } from './resolve-approval'
import { updateApproval } from './update-approval'

/** A verb that gives a case to the caller or takes it from its holder: who does so is all that its update needs. */
export const changeHolder =
  (action: Action, name: UpdateName, message: string): Verb<CaseMutationInput, CaseActionResponse> =>
  async (ctx, { caseId, requestKey }) => {
    const actor = requireCaseReader(ctx)
    const { approval } = await requireApproval(ctx, action, caseId)
    const input: ClaimInput = { actor: toUpdateActor(actor) }
    return updateApproval(ctx, { caseId, approval, name, input, requestKey, message })
  }
