import type { ApprovalData } from '@/temporal/contract/cases/case'
import type { HolderVerb } from './holder-button'

/** What the viewer is offered: to take over what a colleague holds, to release what they may, else to claim. */
export const offeredVerbs = (
  { assignee }: Pick<ApprovalData, 'assignee'>,
  viewerId: string,
  canRelease: boolean,
): HolderVerb[] => {
  const isHeldByAnother = assignee !== null && assignee.id !== viewerId
  if (isHeldByAnother) return canRelease ? ['takeOver', 'release'] : ['takeOver']
  return [canRelease ? 'release' : 'claim']
}

/**
 * The slot of each of `count` buttons. A pressed button turns into the verb that is possible next, so a button that is
 * alone has the slot of the one that was pressed: in another one it would be a new element, without the focus.
 */
export const toSlots = (count: number, pressedSlot: number): number[] =>
  count === 1 ? [pressedSlot] : Array.from({ length: count }, (_, n) => n)
