import type { Context } from '../auth/context'

/** True for a group that the settings ask: of orders that need an approval, or when a deadline passes. */
export const isDefaultGroup = ({ runtime }: Context, groupId: string): boolean => {
  const { group, onDeadline } = runtime.env.approval
  return groupId === group || (onDeadline.action === 'escalate' && groupId === onDeadline.group)
}
