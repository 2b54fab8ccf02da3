import type { Context, Verb } from '@/app/_server/auth/context'
import { type StaffMember, selectStaffMember } from '@/db/queries/people/staff'
import { STAFF_ROLES, SUPERVISOR_ROLES } from '@/temporal/contract/auth/actor'
import type { ApprovalView, AssignInput } from '@/temporal/contract/cases/approval'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import type { AssignCase } from '@/temporal/contract/schemas/case-request'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { validationError } from '../platform/http/problem'
import { requireCaseReader, toUpdateActor } from './case-access'
import { requireApproval } from './resolve-approval'
import { updateApproval } from './update-approval'

const findAssignee = async (
  { runtime }: Context,
  id: string,
  { group, supervisorsMayDecide = false }: ApprovalView,
): Promise<StaffMember> => {
  const person = await selectStaffMember(runtime.db, id, STAFF_ROLES)
  if (!person) throw validationError([{ path: 'assigneeId', message: 'There is no such person' }])
  const mayDecide = supervisorsMayDecide && SUPERVISOR_ROLES.includes(person.role)
  if (!person.groups.includes(group) && !mayDecide)
    throw validationError([
      { path: 'assigneeId', message: `${isolateText(person.name)} is not a member of ${group}` },
    ])
  return person
}

/** Assigns a case to a member of its group. */
export const assignCase: Verb<AssignCase, CaseActionResponse> = async (
  ctx,
  { caseId, requestKey, assigneeId },
) => {
  const actor = requireCaseReader(ctx)
  const { approval } = await requireApproval(ctx, 'case.assign', caseId)
  const assignee = await findAssignee(ctx, assigneeId, approval)
  const input: AssignInput = { actor: toUpdateActor(actor), assignee: toUpdateActor(assignee) }
  const message = `Assigned to ${isolateText(assignee.name)}`
  return updateApproval(ctx, { caseId, approval, name: UPDATES.assign, input, requestKey, message })
}
