import type { Context, Verb } from '@/app/_server/http/context'
import { findStaff, type StaffMember } from '@/db/queries/people'
import type { AssignInput } from '@/temporal/contract/approval'
import { UPDATES } from '@/temporal/contract/messages'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { CaseReply } from '@/temporal/contract/replies'
import type { AssignCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader, updateActorOf } from '../cases/actors'
import { demandTarget } from '../cases/approval-target'
import { touch } from '../cases/touch'
import { invalid } from '../http/problem'

const assigneeFor = async ({ runtime }: Context, id: string, group: string): Promise<StaffMember> => {
  const person = await findStaff(runtime.db, id, STAFF_ROLES)
  if (!person) throw invalid([{ path: 'assigneeId', message: 'There is no such person' }])
  if (!person.groups.includes(group))
    throw invalid([{ path: 'assigneeId', message: `${person.name} is not a member of ${group}` }])
  return person
}

/** Hands a case to a member of the asked group. */
export const assignCase: Verb<AssignCase, CaseReply> = async (ctx, { caseId, requestKey, assigneeId }) => {
  const actor = requireCaseReader(ctx)
  const { approval } = await demandTarget(ctx, 'case.assign', caseId)
  const assignee = await assigneeFor(ctx, assigneeId, approval.group)
  const input: AssignInput = { actor: updateActorOf(actor), assignee: updateActorOf(assignee) }
  const updateId = `${UPDATES.assign}:${actor.id}:${requestKey}`
  const message = `Assigned to ${assignee.name}`
  return touch(ctx, { caseId, approval, name: UPDATES.assign, input, updateId, message })
}
