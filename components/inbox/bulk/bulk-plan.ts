/** What can be done with many cases at once, for which of them, and why not for the others. */

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
  /** The others, by why. */
  excluded: readonly { why: string; items: readonly CaseItem[] }[]
}

/** Why the verb is not for this case, or undefined where it is. */
const exclusionReason = (
  verb: BulkVerb,
  item: CaseItem,
  viewer: Actor,
  groups: readonly GroupWithMembers[],
): string | undefined => {
  // An order's row does not say what its approval asks of whom: the server does.
  if (item.kind === 'order')
    return item.waitingFor === 'approver' ? undefined : 'The order is not waiting for an approver'
  const resource = {
    group: item.group,
    requesterId: item.submitter[0]?.id,
    assigneeId: item.assignee[0]?.id ?? null,
    state: item.status,
  }
  const group = item.group ? getGroupName(groups, item.group) : 'its group'
  const off = toDisabledReason(denialReason(viewer, ACTION[verb], resource), group)
  if (off) return off
  if (verb === 'claim' && resource.assigneeId === viewer.id) return 'You have it already'
  return undefined
}

/** Tells the cases that the viewer may do `verb` to from those that are left out. */
export const planBulk = (
  verb: BulkVerb,
  items: readonly CaseItem[],
  viewer: Actor,
  groups: readonly GroupWithMembers[],
): BulkPlan => {
  const allowed: CaseItem[] = []
  const excluded = new Map<string, CaseItem[]>()
  for (const item of items) {
    const why = exclusionReason(verb, item, viewer, groups)
    if (why === undefined) allowed.push(item)
    else excluded.set(why, [...(excluded.get(why) ?? []), item])
  }
  return { allowed, excluded: [...excluded].map(([why, those]) => ({ why, items: those })) }
}
