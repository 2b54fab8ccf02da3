import { describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { caseItem } from '../testing/case-item'
import { planBulk } from './bulk-plan'

const ana: Actor = { principal: 'user:ana', id: 'ana', name: 'Ana', role: 'agent', groups: ['risk'] }
const groups = [{ id: 'finance', name: 'Finance', members: [] }]
const of = (verb: Parameters<typeof planBulk>[0], ...items: ReturnType<typeof caseItem>[]) => {
  const { allowed, excluded } = planBulk(verb, items, ana, groups)
  return {
    allowed: allowed.map(({ caseId }) => caseId),
    excluded: excluded.map(({ reason, items: those }) => [reason, those.length]),
  }
}

describe('planBulk', () => {
  it('excludes what the viewer may not decide, grouped by reason', () => {
    const plan = of(
      'approve',
      caseItem('mine'),
      caseItem('foreign', { group: 'finance' }),
      caseItem('foreign too', { group: 'finance' }),
      caseItem('own', { submitter: [{ id: 'ana', name: 'Ana' }] }),
      caseItem('over', { status: 'APPROVED' }),
    )
    expect(plan.allowed).toEqual(['mine'])
    expect(plan.excluded).toEqual([
      ['Only members of Finance may do this', 2],
      ['Nobody decides on their own request', 1],
      ['This case is closed', 1],
    ])
  })

  it('decides no case that a colleague has claimed, and names the colleague', () => {
    const held = caseItem('held', { assignee: [{ id: 'ben', name: 'Ben' }] })
    const had = caseItem('had', { assignee: [{ id: 'ana', name: 'Ana' }] })
    for (const verb of ['approve', 'reject'] as const)
      expect(of(verb, held, had)).toEqual({
        allowed: ['had'],
        excluded: [['Ben has claimed this: take it over first', 1]],
      })
    const supervisor: Actor = { ...ana, role: 'supervisor' }
    expect(planBulk('approve', [held], supervisor, groups).allowed).toEqual([held])
  })

  it('claims unassigned cases only', () => {
    const plan = of(
      'claim',
      caseItem('free'),
      caseItem('held', { assignee: [{ id: 'ben', name: 'Ben' }] }),
      caseItem('had', { assignee: [{ id: 'ana', name: 'Ana' }] }),
    )
    expect(plan.allowed).toEqual(['free'])
    expect(plan.excluded.map(([reason]) => reason)).toEqual([
      'Someone else has claimed this',
      'You have it already',
    ])
  })

  it('releases assigned cases only', () => {
    const plan = of('release', caseItem('free'), caseItem('had', { assignee: [{ id: 'ana', name: 'Ana' }] }))
    expect(plan.allowed).toEqual(['had'])
    expect(plan.excluded).toEqual([['Nobody has claimed this', 1]])
  })

  it('decides an order only while it waits for an approval', () => {
    const order = { kind: 'order', group: null } as const
    const plan = of(
      'approve',
      caseItem('waits', { ...order, status: 'AWAITING_APPROVAL' }),
      caseItem('ships', { ...order, status: 'SHIPPED', waitingFor: 'carrier' }),
    )
    expect(plan.allowed).toEqual(['waits'])
    expect(plan.excluded).toEqual([['The order is not waiting for an approver', 1]])
  })
})
