/** The next case after a decision. */

import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { isTerminal } from '@/temporal/contract/states'
import type { StableRows } from './list/stable-rows'

const canDecide = (viewer: Actor, { kind, status, group, submitter, waitingFor }: CaseItem): boolean =>
  kind === 'order'
    ? waitingFor === 'approver'
    : can(viewer, 'case.decide', { state: status, group, requesterId: submitter[0]?.id })

const isClaimedByOther = (viewer: Actor, { assignee }: CaseItem): boolean =>
  assignee[0] !== undefined && assignee[0].id !== viewer.id

/**
 * The first case of the list that is open and that the viewer may decide; one that is assigned to a colleague
 * only where there is no other.
 */
export const findNextCase = (
  viewer: Actor,
  { rows, removedIds }: Pick<StableRows, 'rows' | 'removedIds'>,
  openId: string | null,
): CaseItem | null => {
  const open = rows.filter(
    (row) =>
      row.caseId !== openId &&
      !removedIds.has(row.caseId) &&
      !isTerminal(row.status) &&
      canDecide(viewer, row),
  )
  return open.find((row) => !isClaimedByOther(viewer, row)) ?? open[0] ?? null
}
