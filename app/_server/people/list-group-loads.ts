import { selectOpenCountsByGroup } from '@/db/queries/cases/open-case-counts'
import { selectDeciderCountsByGroup } from '@/db/queries/people/deciders'
import { type NoInput, requirePermission, type Verb } from '../auth/context'
import { isDefaultGroup } from './is-default-group'

/** What a group has to do, and with whom. */
export interface GroupLoad {
  /** Open approvals assigned to the group. */
  openCases: number
  /** The settings name the group. */
  isAskedByDefault: boolean
  /** Members who may decide: staff that is not banned. */
  deciders: number
}

/** The load of every group, as a function of the group's id. */
export const listGroupLoads: Verb<NoInput, (groupId: string) => GroupLoad> = async (ctx) => {
  requirePermission(ctx, 'group.read')
  const { db } = ctx.runtime
  const [open, deciders] = await Promise.all([selectOpenCountsByGroup(db), selectDeciderCountsByGroup(db)])
  return (id) => ({
    openCases: open.get(id) ?? 0,
    isAskedByDefault: isDefaultGroup(ctx, id),
    deciders: deciders.get(id) ?? 0,
  })
}
