import type { z } from 'zod'
import { updateGroupName } from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { RenameGroup } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'

/**
 * Changes the name of a group. The id stays, because settings and cases refer to it.
 * @throws AppError NOT_FOUND
 */
export const renameGroup: Verb<z.output<typeof RenameGroup>, { id: string; name: string }> = async (
  ctx,
  { groupId, name },
) => {
  requirePermission(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    const before = await updateGroupName(tx, groupId, name)
    if (before === null) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'group.rename', `group:${groupId}`, { from: before, to: name })
  })
  return { id: groupId, name }
}
