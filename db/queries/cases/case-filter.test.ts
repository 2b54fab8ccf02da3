import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFilter } from '../../../temporal/contract/cases/case-filter'
import { isTerminal } from '../../../temporal/contract/states'
import { type CaseStore, openCaseStore } from '../../testing/case-store'
import { approvalId, approvalView, at, orderId, orderView } from '../../testing/test-views'
import { selectCaseCounts } from './case-counts'
import { selectCasePage } from './case-list'
import { selectCaseVersions } from './cases'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

describe('filters', () => {
  const now = new Date('2026-01-07T15:00:00.000Z')
  const day = (iso: string) => ({ dueAt: iso })
  const ana = { id: 'user-ana', name: 'Ana Ruiz' }

  beforeAll(async () => {
    await store.put(
      approvalView(1, { ...day('2026-01-07T14:59:59.999Z'), assignee: ana, state: 'CLAIMED', priority: 3 }),
    )
    await store.put(
      approvalView(2, { ...day('2026-01-07T15:00:00.000Z'), group: 'finance', amountCents: 50_00 }),
    )
    await store.put(
      approvalView(3, { ...day('2026-01-08T00:00:00.000Z'), amountCents: 100_00, createdAt: at(60) }),
    )
    await store.put(approvalView(4, { ...day('2026-01-14T00:00:00.000Z'), amountCents: 150_00 }))
    await store.put(approvalView(5, { ...day('2026-01-01T00:00:00.000Z'), state: 'EXPIRED' }))
    await store.put(
      orderView(6, {
        state: 'PROCESSING_PAYMENT',
        attention: { step: 'Charging', error: 'x', since: at(0), attempts: 3 },
      }),
    )
    await store.put(orderView(7, { state: 'COMPLETED' }))
  })
  const approvals = (...seeds: number[]) => seeds.map(approvalId)
  const orders = (...seeds: number[]) => seeds.map(orderId)
  const expectSet = async (filter: CaseFilter, expected: string[]) =>
    expect(new Set(await store.listIds(filter, 'created', now))).toEqual(new Set(expected))

  it('by kind and by states, which may be of both kinds', async () => {
    await expectSet({ kind: 'order' }, orders(6, 7))
    await expectSet({ states: ['COMPLETED', 'EXPIRED'] }, [...orders(7), ...approvals(5)])
    await expectSet({ kind: 'order', states: ['OPEN'] }, [])
    await expectSet({ states: [] }, [])
  })

  it('by assignee', async () => {
    await expectSet({ assignee: 'user-ana' }, approvals(1))
    await expectSet({ kind: 'approval', assignee: 'none', states: ['OPEN'] }, approvals(2, 3, 4))
  })

  it('by group, priority, amount and age', async () => {
    await expectSet({ group: 'finance' }, approvals(2))
    await expectSet({ priority: 2 }, approvals(1))
    await expectSet({ kind: 'approval', minAmountCents: 100_00, maxAmountCents: 100_00 }, approvals(3))
    await expectSet({ kind: 'approval', from: at(60) }, approvals(3))
    await expectSet({ kind: 'approval', to: at(60) }, approvals(1, 2, 4, 5))
  })

  it('by due date, and a closed case is never due', async () => {
    await expectSet({ due: 'overdue' }, approvals(1))
    await expectSet({ due: 'today' }, approvals(1, 2))
    await expectSet({ due: 'week' }, approvals(1, 2, 3))
  })

  it('together, as a conjunction', async () => {
    await expectSet({ kind: 'approval', due: 'week', group: 'risk', q: 'refund' }, approvals(1, 3))
  })

  it('are counted for the tabs', async () => {
    expect(await selectCaseCounts(store.db, { id: 'user-ana', groups: ['finance'] }, {}, now)).toEqual({
      mine: 1,
      unassigned: 3,
      all: 4,
      closed: null,
      overdue: 1,
      attention: 1,
      unread: 1,
      asOf: now.toISOString(),
    })
  })

  it('are counted for the tabs of a filtered list', async () => {
    const ana = { id: 'user-ana', groups: [] }
    const count = (filter: CaseFilter) => selectCaseCounts(store.db, ana, filter, now)
    for (const filter of [
      { group: 'risk' },
      { q: 'refund' },
      { due: 'week' },
      { priority: 1 },
      { minAmountCents: 1 },
      { assignee: 'user-ana' },
      { states: ['OPEN'] },
      { kind: 'order' },
    ] as CaseFilter[]) {
      const counts = await count(filter)
      const listed = async (more: CaseFilter) => {
        const narrowed = { kind: 'approval', ...filter, ...more } as CaseFilter
        const { items } = await selectCasePage(store.db, narrowed, { sort: 'created', limit: 200 }, now)
        return items
      }
      const all = await listed({})
      const open = all.filter(({ status }) => !isTerminal(status))
      expect(counts, JSON.stringify(filter)).toMatchObject({
        all: open.length,
        closed: filter.kind && Object.keys(filter).length === 1 ? null : all.length - open.length,
        mine: open.filter(({ assignee }) => assignee[0]?.id === 'user-ana').length,
        unassigned: open.filter(({ assignee }) => assignee.length === 0).length,
        unread: 0,
      })
    }
    expect((await count({ q: 'no such words' })).attention).toBe(0)
    expect((await count({ kind: 'order' })).attention).toBe(1)
    expect((await count({ kind: 'approval' })).attention).toBe(0)
  })

  it('do not apply to versions, which are read by id', async () => {
    const versions = await selectCaseVersions(store.db, [approvalId(1), approvalId(99)])
    expect([...versions]).toEqual([[approvalId(1), 1]])
  })
})
