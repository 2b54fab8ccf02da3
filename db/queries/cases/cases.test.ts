import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../../schema/cases'
import { type CaseStore, openCaseStore } from '../../testing/case-store'
import { approvalId, approvalView, at, orderId, orderView } from '../../testing/test-views'
import { selectCasePage } from './case-list'
import { selectNewestOpenApproval } from './cases'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

describe('the open interaction', () => {
  afterAll(async () => {
    await store.db.delete(cases)
  })

  it('of an order is that of its approval, while it waits for an approver', async () => {
    const approval = approvalView(71, {
      orderId: orderId(72),
      interaction: {
        interactionId: `${approvalId(71)}:2`,
        interactionType: 'action_buttons',
        prompt: 'May it?',
        payload: { actions: [] },
      },
    })
    const approvalRef = { approvalId: approvalId(71), state: 'OPEN', decision: null } as const
    await store.put(approval)
    await store.put(orderView(72, { state: 'AWAITING_APPROVAL', approval: approvalRef }))
    await store.put(
      orderView(73, { state: 'AWAITING_APPROVAL', approval: { ...approvalRef, approvalId: approvalId(74) } }),
    )
    await store.put(orderView(75, { state: 'SHIPPED', approval: approvalRef }))
    const readInteractions = async () => {
      const { items } = await selectCasePage(store.db, {}, { sort: 'created', limit: 10 })
      return new Map(items.map(({ caseId, interactionId }) => [caseId, interactionId]))
    }
    const open = await readInteractions()
    expect(open.get(approvalId(71))).toBe(`${approvalId(71)}:2`)
    expect(open.get(orderId(72))).toBe(`${approvalId(71)}:2`)
    expect([open.get(orderId(73)), open.get(orderId(75))]).toEqual([null, null])

    await store.put({ ...approval, state: 'APPROVED', version: 2 })
    const answered = await readInteractions()
    expect([answered.get(approvalId(71)), answered.get(orderId(72))]).toEqual([null, null])
  })
})

it('finds an open approval other than the given one', async () => {
  await store.db.delete(cases)
  await store.put(approvalView(1, { updatedAt: at(1) }))
  await store.put(approvalView(2, { updatedAt: at(2) }))
  await store.put(approvalView(3, { updatedAt: at(3), state: 'APPROVED' }))
  await store.put(orderView(4, { updatedAt: at(4) }))
  expect(await selectNewestOpenApproval(store.db, approvalId(2))).toBe(approvalId(1))
  expect(await selectNewestOpenApproval(store.db, approvalId(9))).toBe(approvalId(2))
})
