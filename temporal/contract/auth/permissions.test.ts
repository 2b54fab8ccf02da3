import { describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from './actor'
import { type Action, can, denialReason, type Resource } from './permissions'

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  principal: `user:${role}`,
  id: role,
  name: role,
  role,
  groups: [],
  ...more,
})

/** Roles that may do each action, on a resource without properties. */
const BY_ROLE: Record<Action, readonly Role[]> = {
  'case.list': ['agent', 'supervisor', 'admin'],
  'case.read': ['agent', 'supervisor', 'admin'],
  'case.claim': ['agent', 'supervisor', 'admin'],
  'case.takeOver': ['agent', 'supervisor', 'admin'],
  'case.release': ['agent', 'supervisor', 'admin'],
  'case.assign': ['agent', 'supervisor', 'admin'],
  'case.comment': ['agent', 'supervisor', 'admin'],
  'case.decide': ['agent', 'supervisor', 'admin'],
  'case.retry': ['agent', 'supervisor', 'admin'],
  'case.retryAll': ['supervisor', 'admin'],
  'approval.start': ['agent', 'supervisor', 'admin'],
  'order.place': [...ROLES],
  'order.overridePrice': ['import'],
  'order.read': ['agent', 'supervisor', 'admin'],
  'order.cancel': ['agent', 'supervisor', 'admin'],
  'people.list': ['agent', 'supervisor', 'admin'],
  'group.read': ['agent', 'supervisor', 'admin'],
  'group.manage': ['supervisor', 'admin'],
  'report.read': ['supervisor', 'admin'],
  'account.own': ['customer', 'agent', 'supervisor', 'admin'],
  'token.own': ['agent', 'supervisor', 'admin'],
  'user.manage': ['admin'],
  'metrics.read': ['admin'],
}

describe('permission table', () => {
  it.each(Object.entries(BY_ROLE) as [Action, readonly Role[]][])('%s is for %s', (action, allowed) => {
    expect(ROLES.filter((role) => can(actor(role), action))).toEqual(
      ROLES.filter((role) => allowed.includes(role)),
    )
  })

  it.each<[string, Role, Action, Resource, string | null]>([
    ['a member of the group decides', 'agent', 'case.decide', { group: 'risk' }, null],
    [
      'a non-member may not decide, not even an administrator',
      'admin',
      'case.decide',
      { group: 'finance' },
      'NOT_IN_GROUP',
    ],
    [
      'the requester may not decide',
      'agent',
      'case.decide',
      { group: 'risk', requesterId: 'agent' },
      'OWN_REQUEST',
    ],
    [
      'a closed case cannot be decided',
      'agent',
      'case.decide',
      { group: 'risk', state: 'APPROVED' },
      'CASE_CLOSED',
    ],
    ['an unassigned case can be claimed', 'agent', 'case.claim', { group: 'risk', assigneeId: null }, null],
    [
      'a case of another assignee cannot be claimed',
      'agent',
      'case.claim',
      { assigneeId: 'bo' },
      'ALREADY_CLAIMED',
    ],
    ['the assignee may claim again', 'agent', 'case.claim', { assigneeId: 'agent' }, null],
    ['the assignee may release', 'agent', 'case.release', { assigneeId: 'agent' }, null],
    [
      'an agent may not release the case of another assignee',
      'agent',
      'case.release',
      { assigneeId: 'bo' },
      'ALREADY_CLAIMED',
    ],
    [
      'a supervisor may release the case of another assignee',
      'supervisor',
      'case.release',
      { assigneeId: 'bo' },
      null,
    ],
    [
      'an unassigned case cannot be released',
      'supervisor',
      'case.release',
      { assigneeId: null },
      'NOT_CLAIMED',
    ],
    ['an agent may assign within the group', 'agent', 'case.assign', { group: 'risk' }, null],
    [
      'an agent may not assign in another group',
      'agent',
      'case.assign',
      { group: 'finance' },
      'NOT_IN_GROUP',
    ],
    ['a supervisor may assign in any group', 'supervisor', 'case.assign', { group: 'finance' }, null],
    [
      'an agent may not decide what a colleague holds',
      'agent',
      'case.decide',
      { group: 'risk', assigneeId: 'bo' },
      'CLAIMED_BY_ANOTHER',
    ],
    [
      'a supervisor may decide what a colleague holds',
      'supervisor',
      'case.decide',
      { group: 'risk', assigneeId: 'bo' },
      null,
    ],
    [
      'a supervisor may not decide what a colleague of another group holds',
      'supervisor',
      'case.decide',
      { group: 'finance', assigneeId: 'bo' },
      'NOT_IN_GROUP',
    ],
    [
      'an agent may take over what a colleague holds',
      'agent',
      'case.takeOver',
      { group: 'risk', assigneeId: 'bo' },
      null,
    ],
    [
      'the requester may not take over',
      'agent',
      'case.takeOver',
      { group: 'risk', assigneeId: 'bo', requesterId: 'agent' },
      'OWN_REQUEST',
    ],
    [
      'a supervisor decides where nobody in the group may',
      'supervisor',
      'case.decide',
      { group: 'finance', supervisorsMayDecide: true },
      null,
    ],
    [
      'an agent does not decide where supervisors may',
      'agent',
      'case.decide',
      { group: 'finance', supervisorsMayDecide: true },
      'NOT_IN_GROUP',
    ],
    ['a closed case cannot be commented', 'agent', 'case.comment', { state: 'CANCELLED' }, 'CASE_CLOSED'],
    [
      "a customer may not read another customer's order",
      'customer',
      'order.read',
      { ownerPrincipal: 'user:bo' },
      'NOT_FOUND',
    ],
    [
      'a customer may read their own order',
      'customer',
      'order.read',
      { ownerPrincipal: 'user:customer' },
      null,
    ],
    [
      'an importer may cancel its own orders only',
      'import',
      'order.cancel',
      { ownerPrincipal: 'user:bo' },
      'NOT_FOUND',
    ],
    ['an agent may read any order', 'agent', 'order.read', { ownerPrincipal: 'user:bo' }, null],
  ])('%s', (_, role, action, resource, code) => {
    expect(denialReason(actor(role, { groups: ['risk'] }), action, resource)).toBe(code)
  })
})
