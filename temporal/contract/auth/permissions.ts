/** The permission table, read by pages (to show a button), verbs (to refuse a call) and tests. */

import type { ErrorCode } from '../errors'
import { type CaseState, isTerminal } from '../states'
import type { Actor, Role } from './actor'

/** Properties of a case or order that permissions depend on; absent ones are not checked. */
export interface Resource {
  /** Principal that owns an order. */
  ownerPrincipal?: string
  /** Account that requested an approval. */
  requesterId?: string
  group?: string | null
  assigneeId?: string | null
  state?: CaseState
  /** Nobody in the asked group may decide. */
  supervisorsMayDecide?: boolean | undefined
}

type Rule = (actor: Actor, resource: Resource) => ErrorCode | null

const roles =
  (...allowed: Role[]): Rule =>
  (actor) =>
    allowed.includes(actor.role) ? null : 'FORBIDDEN'

const all =
  (...rules: Rule[]): Rule =>
  (actor, resource) => {
    for (const rule of rules) {
      const denial = rule(actor, resource)
      if (denial) return denial
    }
    return null
  }

const staff = roles('agent', 'supervisor', 'admin')
const supervisors = roles('supervisor', 'admin')
const admins = roles('admin')
/** To everybody else cases do not exist. */
const caseStaff: Rule = (actor, resource) => (staff(actor, resource) ? 'NOT_FOUND' : null)
const isStillOpen: Rule = (_, { state }) => (state && isTerminal(state) ? 'CASE_CLOSED' : null)
const isMember: Rule = (actor, { group, supervisorsMayDecide }) => {
  if (!group || actor.groups.includes(group)) return null
  return supervisorsMayDecide && !supervisors(actor, {}) ? null : 'NOT_IN_GROUP'
}
const isMemberOrLead: Rule = (actor, resource) =>
  supervisors(actor, resource) ? isMember(actor, resource) : null
const isNotRequester: Rule = (actor, { requesterId }) =>
  requesterId !== undefined && requesterId === actor.id ? 'OWN_REQUEST' : null
const isUnclaimed: Rule = (actor, { assigneeId }) =>
  assigneeId && assigneeId !== actor.id ? 'ALREADY_CLAIMED' : null
/** A claimed case is decided by its holder or a supervisor; whoever else wants to decide takes it over first. */
const isHolderOrLead: Rule = (actor, resource) =>
  isUnclaimed(actor, resource) && supervisors(actor, {}) ? 'CLAIMED_BY_ANOTHER' : null
const isAssignee: Rule = (actor, { assigneeId }) => {
  if (assigneeId === null) return 'NOT_CLAIMED'
  return assigneeId === undefined || assigneeId === actor.id || !supervisors(actor, {})
    ? null
    : 'ALREADY_CLAIMED'
}
const ownOrStaff: Rule = (actor, { ownerPrincipal }) =>
  !staff(actor, {}) || ownerPrincipal === actor.principal ? null : 'NOT_FOUND'

const PERMISSIONS = {
  'case.list': staff,
  'case.read': caseStaff,
  'case.claim': all(caseStaff, isStillOpen, isMember, isUnclaimed),
  'case.takeOver': all(caseStaff, isStillOpen, isMember, isNotRequester),
  'case.release': all(caseStaff, isStillOpen, isAssignee),
  'case.assign': all(caseStaff, isStillOpen, isMemberOrLead),
  'case.comment': all(caseStaff, isStillOpen),
  'case.decide': all(caseStaff, isStillOpen, isMember, isNotRequester, isHolderOrLead),
  'case.retry': all(caseStaff, isStillOpen),
  'case.retryAll': supervisors,
  'approval.start': staff,
  'order.place': () => null,
  'order.overridePrice': roles('import'),
  'order.read': ownOrStaff,
  'order.cancel': ownOrStaff,
  'people.list': staff,
  'group.read': staff,
  'group.manage': supervisors,
  'report.read': supervisors,
  'account.own': roles('customer', 'agent', 'supervisor', 'admin'),
  'token.own': staff,
  'user.manage': admins,
  'metrics.read': admins,
} satisfies Record<string, Rule>
export type Action = keyof typeof PERMISSIONS

/** Null if `actor` may do `action` on `resource`, else the error code of the refusal. */
export const denialReason = (actor: Actor, action: Action, resource: Resource = {}): ErrorCode | null =>
  PERMISSIONS[action](actor, resource)

export const can = (actor: Actor, action: Action, resource: Resource = {}): boolean =>
  denialReason(actor, action, resource) === null
