/** From the caller to what the table of permissions and the workflows look at. */

import type { Actor, Role } from '@/temporal/contract/auth/actor'
import { can, type Resource } from '@/temporal/contract/auth/permissions'
import type { ApprovalView, UpdateActor } from '@/temporal/contract/cases/approval'
import type { CaseFilter } from '@/temporal/contract/cases/case-filter'
import { AppError } from '@/temporal/contract/errors'
import { type Context, requireActor } from '../auth/context'

const SUPERVISING: readonly Role[] = ['supervisor', 'admin']

/** The actor as an update carries it. */
export const toUpdateActor = ({ id, name, groups, role }: Omit<Actor, 'principal'>): UpdateActor => ({
  id,
  name,
  groups,
  supervises: SUPERVISING.includes(role),
})

/** What permissions look at in an approval. */
export const toApprovalResource = (approval: ApprovalView): Resource => ({
  requesterId: approval.requester.id,
  group: approval.group,
  assigneeId: approval.assignee?.id ?? null,
  state: approval.state,
})

/**
 * The caller who may see cases at all; to anybody else a case is as absent as one that never was.
 * @throws AppError UNAUTHENTICATED, NOT_FOUND
 */
export const requireCaseReader = (ctx: Pick<Context, 'actor'>): Actor => {
  const actor = requireActor(ctx)
  if (!can(actor, 'case.read')) throw new AppError('NOT_FOUND')
  return actor
}

/** The filter with the caller's id where it says `me`. */
export const withMe = (filter: CaseFilter, actorId: string): CaseFilter => ({
  ...filter,
  assignee: filter.assignee === 'me' ? actorId : filter.assignee,
})
