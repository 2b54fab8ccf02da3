import { getPolicyGroups } from '@/temporal/contract/cases/approval'
import type { Context } from '../auth/context'

/** True for a group that the settings name: for approvals of orders, for escalation, or where nobody else may decide. */
export const isDefaultGroup = ({ runtime }: Context, groupId: string): boolean =>
  getPolicyGroups(runtime.env.approval).includes(groupId)
