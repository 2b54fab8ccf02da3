import { type GroupWithMembers, selectGroups } from '@/db/queries/people/groups'
import { type NoInput, requirePermission, type Verb } from '../auth/context'

/** All groups with their members, by name. */
export const listGroups: Verb<NoInput, { items: GroupWithMembers[] }> = async (ctx) => {
  requirePermission(ctx, 'group.read')
  return { items: await selectGroups(ctx.runtime.db) }
}
