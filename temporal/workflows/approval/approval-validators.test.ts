/** Pages and verbs ask the permission table, the workflow its validators: both must say the same for every case. */

import { describe, expect, it } from 'vitest'
import { approvalView } from '../../../db/testing/test-views'
import type { Actor, Role } from '../../contract/auth/actor'
import { denialReason } from '../../contract/auth/permissions'
import type { ApprovalView, UpdateActor } from '../../contract/cases/approval'
import { APPROVAL_STATES, isTerminal } from '../../contract/states'
import type { ApprovalCase } from './approval-case'
import {
  validateAssign,
  validateClaim,
  validateComment,
  validateDecide,
  validateRelease,
  validateTakeOver,
} from './approval-validators'

const ROLES = ['agent', 'supervisor', 'admin'] as const satisfies readonly Role[]
const ME = 'me'
const HOLDERS = { nobody: null, me: ME, another: 'bo' }
const GROUPS = { 'in the group': ['risk'], 'outside of the group': ['finance'] }
/** Who asked, and whether nobody in the group may decide. */
const REQUESTERS = [
  ['customer', false],
  [ME, false],
  ['customer', true],
  [ME, true],
] as const

const toUpdateActor = ({ id, name, role, groups }: Actor): UpdateActor => ({
  id,
  name,
  groups,
  supervises: role !== 'agent',
})

const VERBS: Record<string, (approval: ApprovalCase, actor: UpdateActor) => void> = {
  'case.claim': (approval, actor) => validateClaim(approval, { actor }),
  'case.takeOver': (approval, actor) => validateTakeOver(approval, { actor }),
  'case.release': (approval, actor) => validateRelease(approval, { actor }, 'validator'),
  'case.assign': (approval, actor) =>
    validateAssign(approval, { actor, assignee: { ...actor, id: 'cy', groups: ['risk'] } }),
  'case.comment': (approval, actor) => validateComment(approval, { actor, text: 'Looks fine' }),
  'case.decide': (approval, actor) =>
    validateDecide(approval, { actor, decision: 'approved', comment: null }, 'validator'),
}
type Verb = Parameters<typeof denialReason>[1]

const toCase = (view: ApprovalView): ApprovalCase =>
  ({ view, isClosed: isTerminal(view.state), isOverdue: false, recorder: {} }) as ApprovalCase

const getRefusal = (run: () => void): string | null => {
  try {
    run()
    return null
  } catch (error) {
    return String((error as { type?: unknown }).type)
  }
}

const at = '2026-01-05T09:30:00.000Z'
const toView = (
  state: ApprovalView['state'],
  holderId: string | null,
  requesterId: string,
  supervisorsMayDecide = false,
) =>
  approvalView(1, {
    state,
    supervisorsMayDecide,
    requester: { id: requesterId, name: 'Rita' },
    assignee: holderId === null ? null : { id: holderId, name: 'Bo' },
    claimedAt: holderId === null ? null : at,
    decision:
      isTerminal(state) && state !== 'WITHDRAWN'
        ? { decision: 'approved', by: null, at, comment: null, via: 'deadline', interactionId: 'i' }
        : null,
  })

/** A closed case is refused by both, in the workflow with who decided. */
const CLOSED = ['ALREADY_DECIDED', 'CASE_CLOSED']
const normalize = (code: string | null) => (code !== null && CLOSED.includes(code) ? 'closed' : code)

describe.each(Object.keys(VERBS) as Verb[])('%s', (verb) => {
  describe.each(ROLES)('as %s', (role) => {
    it.each(APPROVAL_STATES)('is allowed or refused by both alike in the state %s', (state) => {
      for (const holderId of Object.values(HOLDERS))
        for (const groups of Object.values(GROUPS))
          for (const [requesterId, supervisorsMayDecide] of REQUESTERS) {
            const view = toView(state, holderId, requesterId, supervisorsMayDecide)
            const actor: Actor = { principal: 'user:me', id: ME, name: 'Me', role, groups }
            const resource = { group: 'risk', assigneeId: holderId, requesterId, state, supervisorsMayDecide }
            const byTable = normalize(denialReason(actor, verb, resource))
            const byWorkflow = normalize(getRefusal(() => VERBS[verb]?.(toCase(view), toUpdateActor(actor))))
            expect(byWorkflow, JSON.stringify({ holderId, groups, requesterId })).toBe(byTable)
          }
    })
  })
})

describe('who decides a claimed case', () => {
  const decide = (role: Role, holderId: string | null) => {
    const actor: Actor = { principal: 'user:me', id: ME, name: 'Me', role, groups: ['risk'] }
    const approval = toCase(toView(holderId === null ? 'OPEN' : 'CLAIMED', holderId, 'customer'))
    return getRefusal(() => VERBS['case.decide']?.(approval, toUpdateActor(actor)))
  }

  it.each([
    ['agent', 'nobody', null],
    ['agent', 'me', null],
    ['agent', 'another', 'CLAIMED_BY_ANOTHER'],
    ['supervisor', 'another', null],
    ['admin', 'another', null],
  ] as const)('a case held by %s of %s: %s', (role, holder, code) => {
    expect(decide(role, HOLDERS[holder])).toBe(code)
  })
})
