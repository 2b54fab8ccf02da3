import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../queries/cases/cases'
import { selectOrder } from '../queries/orders/orders'
import { caseEvents } from '../schema/cases'
import { type CaseStore, neverCalled, openCaseStore } from '../testing/case-store'
import { approvalId, approvalView, orderId, streamEntry } from '../testing/test-views'
import type { IsCurrentRun } from './write-case'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

const currentIs =
  (current: string): IsCurrentRun =>
  async (_, runId) =>
    runId === current

let seeds = 0
const newSeed = () => ++seeds

describe('a run that takes over after a reset', () => {
  const oldRun = async (seed: number) => {
    await store.saveOrder(seed, { version: 3 }, [
      streamEntry(1, 'orderPlaced'),
      streamEntry(2, 'orderValidated'),
      streamEntry(3, 'stockReserved'),
    ])
    await store.saveOrder(seed, { version: 9, state: 'CANCELLED' }, [
      streamEntry(4, 'cancelRequested'),
      streamEntry(5, 'orderCancelled'),
    ])
  }

  it('wins with a lower version and replaces the entries that the reset undid', async () => {
    const seed = newSeed()
    await oldRun(seed)
    const change = { runId: 'run-2', version: 4 }
    expect(await store.saveOrder(seed, change, [streamEntry(4, 'paymentStarted')], currentIs('run-2'))).toBe(
      'written',
    )
    expect(await store.readStream(orderId(seed))).toEqual([
      '1 orderPlaced',
      '2 orderValidated',
      '3 stockReserved',
      '4 paymentStarted',
    ])
    expect(await selectCase(store.db, orderId(seed))).toMatchObject({ isOpen: true, view: change })
    expect(await selectOrder(store.db, orderId(seed))).toMatchObject({
      version: 4,
      state: 'PENDING',
      closedAt: null,
    })
  })

  it('refuses late writes of the old run, whatever their version', async () => {
    const seed = newSeed()
    await oldRun(seed)
    await store.saveOrder(
      seed,
      { runId: 'run-2', version: 4 },
      [streamEntry(4, 'paymentStarted')],
      currentIs('run-2'),
    )
    const late = await store.saveOrder(
      seed,
      { version: 99 },
      [streamEntry(6, 'orderFailed')],
      currentIs('run-2'),
    )
    expect(late).toBe('superseded')
    expect(await store.readVersion(orderId(seed))).toBe(4)
    expect(await store.readStream(orderId(seed))).toHaveLength(4)
  })

  it('replaces the entries that the reset undid even when its first write has no entry', async () => {
    const seed = newSeed()
    await oldRun(seed)
    await store.saveOrder(seed, { runId: 'run-2', version: 4 }, [], currentIs('run-2'))
    await store.saveOrder(seed, { runId: 'run-2', version: 5 }, [streamEntry(4, 'paymentCharged')])
    expect((await store.readStream(orderId(seed)))?.slice(3)).toEqual(['4 paymentCharged'])
  })

  it('fails and changes nothing while Temporal cannot say which run is current', async () => {
    const seed = newSeed()
    await oldRun(seed)
    const isDown = () => Promise.reject(new Error('Temporal is down'))
    await expect(store.saveOrder(seed, { runId: 'run-2', version: 4 }, [], isDown)).rejects.toThrow(
      'Temporal is down',
    )
    expect(await store.readVersion(orderId(seed))).toBe(9)
  })

  it('ends with the new run when writers of both runs race', async () => {
    for (let round = 0; round < 10; round++) {
      const seed = newSeed()
      await store.saveOrder(seed, { version: 1 }, [streamEntry(1, 'orderPlaced')])
      const isCurrent = currentIs('run-2')
      await Promise.all([
        store.saveOrder(seed, { version: 2 }, [streamEntry(2, 'orderValidated')], isCurrent),
        store.saveOrder(
          seed,
          { version: 3 },
          [streamEntry(2, 'orderValidated'), streamEntry(3, 'orderFailed')],
          isCurrent,
        ),
        store.saveOrder(seed, { runId: 'run-2', version: 2 }, [streamEntry(2, 'stockReserved')], isCurrent),
        store.saveOrder(
          seed,
          { runId: 'run-2', version: 3 },
          [streamEntry(2, 'stockReserved'), streamEntry(3, 'orderConfirmed')],
          isCurrent,
        ),
      ])
      expect((await selectCase(store.db, orderId(seed)))?.view).toMatchObject({
        runId: 'run-2',
        version: 3,
      })
      expect(await store.readStream(orderId(seed))).toEqual([
        '1 orderPlaced',
        '2 stockReserved',
        '3 orderConfirmed',
      ])
    }
  })
})

describe('a run that continued as new', () => {
  it('continues the numbering and deletes no entry of the run before', async () => {
    const seed = newSeed()
    const [first, second] = [
      approvalView(seed, { version: 40, stream: [] }),
      approvalView(seed, { runId: 'run-2', version: 41, stream: [] }),
    ]
    const before = Array.from({ length: 40 }, (_, i) => streamEntry(i + 1, 'commented', `${i}`))
    await store.put(first, before, neverCalled)
    await store.put(second, [streamEntry(41, 'claimed')], currentIs('run-2'))
    expect(await store.readStream(approvalId(seed))).toHaveLength(41)
    const rows = await store.db
      .select()
      .from(caseEvents)
      .where(eq(caseEvents.caseId, approvalId(seed)))
    expect(new Set(rows.map(({ runId }) => runId))).toEqual(new Set(['run-1', 'run-2']))
  })
})
