import type { z } from 'zod'
import { selectOpenCountOfGroup } from '@/db/queries/cases/open-case-counts'
import { deleteGroupWithMembers } from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { GroupRef } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { isDefaultGroup } from './is-default-group'

/**
 * Deletes a group that neither the settings nor open approvals refer to.
 * @throws AppError NOT_FOUND, or VALIDATION_FAILED while something refers to it
 */
export const deleteGroup: Verb<z.output<typeof GroupRef>, { id: string }> = async (ctx, { groupId }) => {
  requirePermission(ctx, 'group.manage')
  if (isDefaultGroup(ctx, groupId)) {
    throw validationError([
      { path: 'groupId', message: 'Orders that need an approval are asked of this group' },
    ])
  }
  const members = await ctx.runtime.db.transaction(async (tx) => {
    const open = await selectOpenCountOfGroup(tx, groupId)
    if (open > 0)
      throw validationError([{ path: 'groupId', message: `${open} open approvals are asked of this group` }])
    const deleted = await deleteGroupWithMembers(tx, groupId)
    if (deleted === null) throw new AppError('NOT_FOUND')
    const { name, members } = deleted
    await recordAudit(ctx, tx, 'group.delete', `group:${groupId}`, { name, members: members.length })
    return members
  })
  for (const userId of members) getActorCache(ctx.runtime).invalidate(userId)
  return { id: groupId }
}
