import { describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from '../people/people'
import { type Action, can, denialReason, type Resource } from './permissions'

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  principal: `user:${role}`,
  id: role,
  name: role,
  role,
  groups: [],
  ...more,
})

/** The roles that may do each action on a resource without further facts. */
const BY_ROLE: Record<Action, readonly Role[]> = {
  'case.list': ['agent', 'supervisor', 'admin'],
  'case.read': ['agent', 'supervisor', 'admin'],
  'case.claim': ['agent', 'supervisor', 'admin'],
  'case.release': ['agent', 'supervisor', 'admin'],
  'case.assign': ['agent', 'supervisor', 'admin'],
  'case.comment': ['agent', 'supervisor', 'admin'],
  'case.decide': ['agent', 'supervisor', 'admin'],
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

describe('denialReason', () => {
  it.each(Object.entries(BY_ROLE) as [Action, readonly Role[]][])('%s is for %s', (action, allowed) => {
    expect(ROLES.filter((role) => can(actor(role), action))).toEqual(
      ROLES.filter((role) => allowed.includes(role)),
    )
  })

  it.each<[string, Role, Action, Resource, string | null]>([
    ['a member decides', 'agent', 'case.decide', { group: 'risk' }, null],
    [
      'nobody decides outside their groups, not even an admin',
      'admin',
      'case.decide',
      { group: 'finance' },
      'NOT_IN_GROUP',
    ],
    [
      'nobody decides on their own request',
      'agent',
      'case.decide',
      { group: 'risk', requesterId: 'agent' },
      'OWN_REQUEST',
    ],
    [
      'nobody decides a closed case',
      'agent',
      'case.decide',
      { group: 'risk', state: 'APPROVED' },
      'CASE_CLOSED',
    ],
    ['an unassigned case is claimed', 'agent', 'case.claim', { group: 'risk', assigneeId: null }, null],
    ["another's case is not claimed", 'agent', 'case.claim', { assigneeId: 'bo' }, 'ALREADY_CLAIMED'],
    ['an assignee claims again', 'agent', 'case.claim', { assigneeId: 'agent' }, null],
    ['an assignee releases', 'agent', 'case.release', { assigneeId: 'agent' }, null],
    ["an agent does not release another's", 'agent', 'case.release', { assigneeId: 'bo' }, 'ALREADY_CLAIMED'],
    ["a supervisor releases another's", 'supervisor', 'case.release', { assigneeId: 'bo' }, null],
    ['an unassigned case is not released', 'supervisor', 'case.release', { assigneeId: null }, 'NOT_CLAIMED'],
    ['an agent assigns within the group', 'agent', 'case.assign', { group: 'risk' }, null],
    [
      'an agent does not assign in another group',
      'agent',
      'case.assign',
      { group: 'finance' },
      'NOT_IN_GROUP',
    ],
    ['a supervisor assigns in any group', 'supervisor', 'case.assign', { group: 'finance' }, null],
    ['a closed case takes no comment', 'agent', 'case.comment', { state: 'CANCELLED' }, 'CASE_CLOSED'],
    [
      "a customer does not see another's order",
      'customer',
      'order.read',
      { ownerPrincipal: 'user:bo' },
      'NOT_FOUND',
    ],
    ['a customer sees their own order', 'customer', 'order.read', { ownerPrincipal: 'user:customer' }, null],
    [
      'an importer cancels its own order only',
      'import',
      'order.cancel',
      { ownerPrincipal: 'user:bo' },
      'NOT_FOUND',
    ],
    ['an agent reads any order', 'agent', 'order.read', { ownerPrincipal: 'user:bo' }, null],
  ])('%s', (_, role, action, resource, refused) => {
    expect(denialReason(actor(role, { groups: ['risk'] }), action, resource)).toBe(refused)
  })
})
