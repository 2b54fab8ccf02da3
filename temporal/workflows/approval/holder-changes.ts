/** Every change of who holds an approval, besides the escalation. */

import type { AssignInput, ClaimInput, ReleaseInput, UpdateActor } from '../../contract/cases/approval'
import { ASSIGNMENT_STATES } from '../../contract/states'
import { now } from '../shared/case-recorder'
import type { ApprovalCase } from './approval-case'
import { toPerson, UNCLAIMED } from './approval-view'

const heldBy = (actor: UpdateActor) => ({
  state: ASSIGNMENT_STATES.assigned,
  assignee: toPerson(actor),
  claimedAt: now(),
})

/** The former holder in an entry; the mail to them is addressed by it. */
const toHolderParams = ({ view }: ApprovalCase) => ({
  holder: view.assignee?.name ?? '',
  holderId: view.assignee?.id ?? '',
})

const isHolder = ({ view }: ApprovalCase, { id }: UpdateActor): boolean => view.assignee?.id === id

export const claim = (approval: ApprovalCase, { actor }: ClaimInput): void => {
  if (isHolder(approval, actor)) return
  approval.recorder.applyChange(heldBy(actor), { code: 'claimed', sender: toPerson(actor) })
}

/** A case that was given back meanwhile is claimed: nobody is left to take it from. */
export const takeOver = (approval: ApprovalCase, input: ClaimInput): void => {
  const { actor } = input
  if (approval.view.assignee === null || isHolder(approval, actor)) {
    claim(approval, input)
    return
  }
  approval.recorder.applyChange(heldBy(actor), {
    code: 'takenOver',
    params: toHolderParams(approval),
    sender: toPerson(actor),
  })
}

export const release = (approval: ApprovalCase, { actor, reason }: ReleaseInput): void => {
  const params = { ...toHolderParams(approval), ...(reason && { reason }) }
  approval.recorder.applyChange(UNCLAIMED, { code: 'released', params, sender: toPerson(actor) })
}

export const assign = (approval: ApprovalCase, { actor, assignee }: AssignInput): void => {
  const { holder, holderId } = toHolderParams(approval)
  approval.recorder.applyChange(heldBy(assignee), {
    code: 'assigned',
    params: { assignee: assignee.name, from: holder, fromId: holderId },
    sender: toPerson(actor),
  })
}
