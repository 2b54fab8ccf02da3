import { selectOpenCountsByGroup } from '@/db/queries/cases/open-case-counts'
import { type NoInput, requirePermission, type Verb } from '../auth/context'
import { isDefaultGroup } from './is-default-group'

/** Reasons why a group cannot be deleted. */
export interface GroupLoad {
  /** Open approvals assigned to the group. */
  openCases: number
  /** The settings name the group. */
  isAskedByDefault: boolean
}

/** The load of every group, as a function of the group's id. */
export const listGroupLoads: Verb<NoInput, (groupId: string) => GroupLoad> = async (ctx) => {
  requirePermission(ctx, 'group.read')
  const open = await selectOpenCountsByGroup(ctx.runtime.db)
  return (id) => ({ openCases: open.get(id) ?? 0, isAskedByDefault: isDefaultGroup(ctx, id) })
}
