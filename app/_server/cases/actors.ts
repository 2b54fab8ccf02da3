/** From the caller to what the table of permissions and the workflows look at. */

import type { ApprovalView, UpdateActor } from '@/temporal/contract/approval'
import { can, type Resource } from '@/temporal/contract/can'
import { Refusal } from '@/temporal/contract/errors'
import type { CaseFilter } from '@/temporal/contract/filter'
import type { Actor, Role } from '@/temporal/contract/people'
import { type Context, requireActor } from '../http/context'

const SUPERVISING: readonly Role[] = ['supervisor', 'admin']

/** The actor as an update carries it. */
export const updateActorOf = ({ id, name, groups, role }: Omit<Actor, 'principal'>): UpdateActor => ({
  id,
  name,
  groups,
  supervises: SUPERVISING.includes(role),
})

/** What permissions look at in an approval. */
export const resourceOf = (approval: ApprovalView): Resource => ({
  requesterId: approval.requester.id,
  group: approval.group,
  assigneeId: approval.assignee?.id ?? null,
  state: approval.state,
})

/**
 * The caller who may see cases at all; to anybody else a case is as absent as one that never was.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export const requireCaseReader = (ctx: Pick<Context, 'actor'>): Actor => {
  const actor = requireActor(ctx)
  if (!can(actor, 'case.read')) throw new Refusal('NOT_FOUND')
  return actor
}

/** The filter with the caller's id where it says `me`. */
export const withMe = (filter: CaseFilter, actorId: string): CaseFilter => ({
  ...filter,
  assignee: filter.assignee === 'me' ? actorId : filter.assignee,
})
