/** Converts callers and approvals to what the permission table and the workflows expect. */

import { type Actor, SUPERVISOR_ROLES } from '@/temporal/contract/auth/actor'
import type { Resource } from '@/temporal/contract/auth/permissions'
import type { ApprovalView, UpdateActor } from '@/temporal/contract/cases/approval'
import type { CaseFilter } from '@/temporal/contract/cases/case-filter'
import { type Context, requirePermission } from '../auth/context'

/** The actor in the form that Temporal updates carry. */
export const toUpdateActor = ({ id, name, groups, role }: Omit<Actor, 'principal'>): UpdateActor => ({
  id,
  name,
  groups,
  supervises: SUPERVISOR_ROLES.includes(role),
})

/** The properties of an approval that permissions depend on. */
export const toApprovalResource = (approval: ApprovalView): Resource => ({
  requesterId: approval.requester.id,
  group: approval.group,
  assigneeId: approval.assignee?.id ?? null,
  state: approval.state,
  supervisorsMayDecide: approval.supervisorsMayDecide,
})

/**
 * Returns the caller if they may read cases. Otherwise a case is reported as not found, like an unknown one.
 * @throws AppError UNAUTHENTICATED, NOT_FOUND
 */
export const requireCaseReader = (ctx: Pick<Context, 'actor'>): Actor => requirePermission(ctx, 'case.read')

/** Replaces the assignee `me` by the caller's id. */
export const withMe = (filter: CaseFilter, actorId: string): CaseFilter => ({
  ...filter,
  assignee: filter.assignee === 'me' ? actorId : filter.assignee,
})
