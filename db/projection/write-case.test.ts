import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCasePage } from '../queries/cases/case-list'
import { selectCase } from '../queries/cases/cases'
import { selectOrder } from '../queries/orders/orders'
import { caseEvents, cases } from '../schema/cases'
import { type CaseStore, neverCalled, openCaseStore } from '../testing/case-store'
import { approvalId, approvalView, at, orderId, orderView, streamEntry } from '../testing/test-views'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

let seeds = 0
const newSeed = () => ++seeds

describe('writing a case', () => {
  it('stores the view, the order and the entries and reads them back unchanged', async () => {
    const seed = newSeed()
    const entries = [streamEntry(1, 'orderPlaced'), streamEntry(2, 'orderConfirmed')]
    const view = orderView(seed, { state: 'CONFIRMED', version: 4, updatedAt: at(9) })
    await store.put(view, entries, neverCalled)
    const stored = await selectCase(store.db, view.orderId)
    expect(stored).toMatchObject({ isOpen: true, view: { ...view, stream: entries } })
    expect(await selectOrder(store.db, view.orderId)).toMatchObject({
      temporalWorkflowId: `order:${view.orderId}`,
      state: 'CONFIRMED',
      version: 4,
      closedAt: null,
    })
  })

  it('writes once when a write is repeated', async () => {
    const seed = newSeed()
    expect(await store.saveOrder(seed, { version: 2 }, [streamEntry(1, 'orderPlaced')])).toBe('written')
    expect(await store.saveOrder(seed, { version: 2 }, [streamEntry(1, 'orderPlaced')])).toBe('superseded')
    expect(await store.readStream(orderId(seed))).toEqual(['1 orderPlaced'])
  })

  it('does not let an older version of the same run rewind the row', async () => {
    const seed = newSeed()
    await store.saveOrder(seed, { version: 5, state: 'CONFIRMED' }, [
      streamEntry(1, 'orderPlaced'),
      streamEntry(2, 'orderConfirmed'),
    ])
    expect(
      await store.saveOrder(seed, { version: 3, state: 'VALIDATING' }, [streamEntry(1, 'orderPlaced')]),
    ).toBe('superseded')
    const stored = await selectCase(store.db, orderId(seed))
    expect(stored?.view).toMatchObject({ version: 5, state: 'CONFIRMED' })
    expect(await selectOrder(store.db, orderId(seed))).toMatchObject({ version: 5, state: 'CONFIRMED' })
  })

  it('ends at the highest version when 20 writers of one case race', async () => {
    const seed = newSeed()
    const all = Array.from({ length: 20 }, (_, i) => streamEntry(i + 1, 'signalIgnored'))
    const versions = all.map((_, i) => i + 1).sort(() => Math.random() - 0.5)
    await Promise.all(versions.map((version) => store.saveOrder(seed, { version }, all.slice(0, version))))
    expect(await store.readVersion(orderId(seed))).toBe(20)
    expect(await store.readStream(orderId(seed))).toHaveLength(20)
  })

  it('stores text without the characters that Postgres refuses', async () => {
    const id = approvalId(newSeed())
    const title = 'Nul \0 and half a pair \ud800 end'
    const view = approvalView(seeds, { title, payload: { 'ke\0y': ['a\0b', { deep: '\udc00' }] } })
    await store.put(view, [streamEntry(1, 'commented', 'c\0d')], neverCalled)
    const stored = await selectCase(store.db, id)
    expect(stored?.view).toMatchObject({ title: 'Nul \ufffd and half a pair \ufffd end' })
    expect(stored?.view.stream[0]?.params).toEqual({ text: 'c\ufffdd' })
  })

  it('keeps characters beyond the basic multilingual plane', async () => {
    const view = approvalView(newSeed(), { title: 'Größe 😀 “x”' })
    await store.put(view, [], neverCalled)
    expect((await selectCase(store.db, view.approvalId))?.view).toMatchObject({ title: 'Größe 😀 “x”' })
  })

  it('closes the case and the order in a terminal state', async () => {
    const seed = newSeed()
    const outcome = { code: 'OUT_OF_STOCK', reason: 'none' } as const
    await store.saveOrder(seed, { version: 7, state: 'FAILED', outcome, updatedAt: at(30) })
    expect((await selectCase(store.db, orderId(seed)))?.isOpen).toBe(false)
    const order = await selectOrder(store.db, orderId(seed))
    expect(order?.outcome).toEqual(outcome)
    expect(new Date(order?.closedAt ?? 0).toISOString()).toBe(at(30))
  })
})

describe('what lists show', () => {
  it('is the item of the newest view', async () => {
    const assignee = { id: 'user-ana', name: 'Ana Ruiz' }
    const view = approvalView(newSeed(), {
      state: 'CLAIMED',
      assignee,
      payload: { customer: 'Halden Books' },
      dueAt: at(60),
      amountCents: 412_50,
      currency: 'USD',
      version: 3,
    })
    await store.put(view, [], neverCalled)
    const { items } = await selectCasePage(store.db, { assignee: 'user-ana' }, { sort: 'due', limit: 5 })
    expect(items).toEqual([
      {
        caseId: view.approvalId,
        caseTitle: view.title,
        kind: 'approval',
        status: 'CLAIMED',
        submitter: [view.requester],
        assignee: [assignee],
        createdAt: at(0),
        updatedAt: at(0),
        dueAt: at(60),
        version: 3,
        number: view.number,
        subject: 'customer Halden Books',
        amountCents: 412_50,
        currency: 'USD',
        group: 'risk',
        priority: 1,
        waitingFor: 'approver',
        interactionId: null,
      },
    ])
  })

  it('can be dropped and rebuilt by writing again', async () => {
    const seed = newSeed()
    await store.saveOrder(seed, { version: 8 }, [streamEntry(1, 'orderPlaced')])
    await store.db.delete(cases)
    await store.db.delete(caseEvents)
    expect(await store.saveOrder(seed, { version: 8 }, [streamEntry(1, 'orderPlaced')])).toBe('written')
    expect(await store.readStream(orderId(seed))).toEqual(['1 orderPlaced'])
  })
})
