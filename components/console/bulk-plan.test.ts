import { describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/people/people'
import { planOf } from './bulk-plan'
import { caseItem } from './test-items'

const ana: Actor = { principal: 'user:ana', id: 'ana', name: 'Ana', role: 'agent', groups: ['risk'] }
const groups = [{ id: 'finance', name: 'Finance', members: [] }]
const of = (verb: Parameters<typeof planOf>[0], ...items: ReturnType<typeof caseItem>[]) => {
  const { may, leftOut } = planOf(verb, items, ana, groups)
  return {
    may: may.map(({ caseId }) => caseId),
    leftOut: leftOut.map(({ why, items: those }) => [why, those.length]),
  }
}

describe('planOf', () => {
  it('leaves out what the viewer may not decide, and says why, once for each reason', () => {
    const plan = of(
      'approve',
      caseItem('mine'),
      caseItem('foreign', { group: 'finance' }),
      caseItem('foreign too', { group: 'finance' }),
      caseItem('own', { submitter: [{ id: 'ana', name: 'Ana' }] }),
      caseItem('over', { status: 'APPROVED' }),
    )
    expect(plan.may).toEqual(['mine'])
    expect(plan.leftOut).toEqual([
      ['Only members of Finance may do this', 2],
      ['Nobody decides on their own request', 1],
      ['This case is closed', 1],
    ])
  })

  it('claims what is free, and neither what another has nor what the viewer has already', () => {
    const plan = of(
      'claim',
      caseItem('free'),
      caseItem('held', { assignee: [{ id: 'ben', name: 'Ben' }] }),
      caseItem('had', { assignee: [{ id: 'ana', name: 'Ana' }] }),
    )
    expect(plan.may).toEqual(['free'])
    expect(plan.leftOut.map(([why]) => why)).toEqual(['Someone else has claimed this', 'You have it already'])
  })

  it('releases only what somebody has', () => {
    const plan = of('release', caseItem('free'), caseItem('had', { assignee: [{ id: 'ana', name: 'Ana' }] }))
    expect(plan.may).toEqual(['had'])
    expect(plan.leftOut).toEqual([['Nobody has claimed this', 1]])
  })

  it('decides an order only while it waits for an approver', () => {
    const order = { kind: 'order', group: null } as const
    const plan = of(
      'approve',
      caseItem('waits', { ...order, status: 'AWAITING_APPROVAL' }),
      caseItem('ships', { ...order, status: 'SHIPPED', waitingFor: 'carrier' }),
    )
    expect(plan.may).toEqual(['waits'])
    expect(plan.leftOut).toEqual([['The order is not waiting for an approver', 1]])
  })
})
