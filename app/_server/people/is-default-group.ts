import type { Context } from '../auth/context'

/** True for a group that the settings name: for approvals of orders, or for escalation at a deadline. */
export const isDefaultGroup = ({ runtime }: Context, groupId: string): boolean => {
  const { group, onDeadline } = runtime.env.approval
  return groupId === group || (onDeadline.action === 'escalate' && groupId === onDeadline.group)
}
