import type { z } from 'zod'
import { type GroupReferences, selectGroupReferences } from '@/db/queries/cases/group-references'
import { deleteGroupWithMembers } from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { DeleteGroup } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'
import { isDefaultGroup } from './is-default-group'

const count = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? '' : 's'}`

const describeRedirected = ({ escalating, fallback, orders }: GroupReferences): string =>
  [
    escalating > 0 && `${count(escalating, 'open approval')} will be asked of it at the deadline`,
    fallback > 0 && `it stands in for the group of ${count(fallback, 'open approval')}`,
    orders > 0 && `${count(orders, 'order')} on the way may need it`,
  ]
    .filter(Boolean)
    .join(', ')

/**
 * What is asked of the group now cannot be redirected, because somebody may be about to decide it. What may be asked of
 * it later goes to the fallback group of its policy, or to supervisors, once the caller knows how much that is.
 */
const checkReferences = (references: GroupReferences, confirmed: number): void => {
  const { asked, escalating, fallback, orders } = references
  const redirected = escalating + fallback + orders
  if (asked > 0)
    throw new AppError(
      'GROUP_IN_USE',
      `${count(asked, 'open approval')} ${asked === 1 ? 'is' : 'are'} asked of this group: decide or withdraw first`,
      { ...references, redirected },
    )
  if (redirected > confirmed)
    throw new AppError(
      'GROUP_IN_USE',
      `Without this group others will be asked: ${describeRedirected(references)}. Then the group that the policy names as its fallback is asked, or supervisors.`,
      { ...references, redirected },
    )
}

/**
 * Deletes a group that neither the settings nor open approvals refer to.
 * @throws AppError NOT_FOUND, or GROUP_IN_USE with counts while something refers to it
 */
export const deleteGroup: Verb<z.output<typeof DeleteGroup>, { id: string }> = async (
  ctx,
  { groupId, redirected },
) => {
  requirePermission(ctx, 'group.manage')
  if (isDefaultGroup(ctx, groupId))
    throw new AppError('GROUP_IN_USE', 'The settings name this group: approvals of orders are asked of it')
  const members = await ctx.runtime.db.transaction(async (tx) => {
    checkReferences(await selectGroupReferences(tx, groupId), redirected)
    const deleted = await deleteGroupWithMembers(tx, groupId)
    if (deleted === null) throw new AppError('NOT_FOUND')
    const { name, members } = deleted
    await recordAudit(ctx, tx, 'group.delete', `group:${groupId}`, {
      name,
      members: members.length,
      redirected,
    })
    return members
  })
  for (const userId of members) getActorCache(ctx.runtime).invalidate(userId)
  return { id: groupId }
}
