/** Which of the selected cases a bulk action is for, and why not for the others. */

import { toDisabledReason } from '@/components/case/case-labels'
import { type GroupWithMembers, getGroupName } from '@/components/case/viewer-context'
import type { Actor } from '@/temporal/contract/auth/actor'
import { type Action, denialReason } from '@/temporal/contract/auth/permissions'
import type { CaseItem } from '@/temporal/contract/cases/case'

export const BULK_VERBS = ['approve', 'reject', 'claim', 'release'] as const
export type BulkVerb = (typeof BULK_VERBS)[number]

const ACTION = {
  approve: 'case.decide',
  reject: 'case.decide',
  claim: 'case.claim',
  release: 'case.release',
} as const satisfies Record<BulkVerb, Action>

export interface BulkPlan {
  /** The cases that the viewer may do it to. */
  allowed: readonly CaseItem[]
  /** The others, grouped by reason. */
  excluded: readonly { reason: string; items: readonly CaseItem[] }[]
}

/** Lists from Temporal hold the id in place of a name. */
const getHolderName = ({ assignee: [holder] }: CaseItem): string | undefined =>
  holder && holder.name !== holder.id ? holder.name : undefined

/** Why the case is excluded, or undefined. */
const exclusionReason = (
  verb: BulkVerb,
  item: CaseItem,
  viewer: Actor,
  groups: readonly GroupWithMembers[],
): string | undefined => {
  // The row of an order does not contain the group of its approval: the server checks it.
  if (item.kind === 'order')
    return item.waitingFor === 'approver' ? undefined : 'The order is not waiting for an approver'
  const resource = {
    group: item.group,
    requesterId: item.submitter[0]?.id,
    assigneeId: item.assignee[0]?.id ?? null,
    state: item.status,
  }
  const group = item.group ? getGroupName(groups, item.group) : 'its group'
  const disabledReason = toDisabledReason(
    denialReason(viewer, ACTION[verb], resource),
    group,
    getHolderName(item),
  )
  if (disabledReason) return disabledReason
  if (verb === 'claim' && resource.assigneeId === viewer.id) return 'You have it already'
  return undefined
}

/** Splits the cases into items that the viewer may do `verb` to and items that are excluded. */
export const planBulk = (
  verb: BulkVerb,
  items: readonly CaseItem[],
  viewer: Actor,
  groups: readonly GroupWithMembers[],
): BulkPlan => {
  const allowed: CaseItem[] = []
  const excluded = new Map<string, CaseItem[]>()
  for (const item of items) {
    const reason = exclusionReason(verb, item, viewer, groups)
    if (reason === undefined) allowed.push(item)
    else excluded.set(reason, [...(excluded.get(reason) ?? []), item])
  }
  return { allowed, excluded: [...excluded].map(([reason, items]) => ({ reason, items })) }
}
