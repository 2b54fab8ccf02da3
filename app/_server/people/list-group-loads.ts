import { selectOpenCountsByGroup } from '@/db/queries/cases/open-case-counts'
import { type NoInput, requirePermission, type Verb } from '../auth/context'
import { isDefaultGroup } from './is-default-group'

/** What stands between a group and its deletion. */
export interface GroupLoad {
  /** Open cases that are asked of it. */
  openCases: number
  isAskedByDefault: boolean
}

/** What waits for a group, to be asked of each. */
export const listGroupLoads: Verb<NoInput, (groupId: string) => GroupLoad> = async (ctx) => {
  requirePermission(ctx, 'group.read')
  const open = await selectOpenCountsByGroup(ctx.runtime.db)
  return (id) => ({ openCases: open.get(id) ?? 0, isAskedByDefault: isDefaultGroup(ctx, id) })
}
