import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StreamEntry } from '../../temporal/contract/cases/activity-stream'
import { selectCase, selectCasePage } from '../queries/cases/cases'
import { selectOrder } from '../queries/orders/orders'
import { caseEvents, cases } from '../schema/cases'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'
import { approvalId, approvalView, at, orderId, orderView, streamEntry } from '../testing/test-views'
import { type IsCurrentRun, writeCase } from './write-case'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const never: IsCurrentRun = () => Promise.reject(new Error('must not be asked'))
const currentIs =
  (current: string): IsCurrentRun =>
  async (_, runId) =>
    runId === current

let seeds = 0
const newSeed = () => ++seeds

const save = (
  seed: number,
  change: Parameters<typeof orderView>[1],
  entries: StreamEntry[] = [],
  isCurrentRun = never,
) => writeCase(database.db, { view: orderView(seed, change), entries }, isCurrentRun)

const streamOf = async (caseId: string) => {
  const stored = await selectCase(database.db, caseId)
  return stored?.view.stream.map(({ id, code }) => `${id} ${code}`)
}
const versionOf = async (caseId: string) => (await selectCase(database.db, caseId))?.view.version

describe('writing a case', () => {
  it('stores the view, the order and the entries, and gives them back as they were', async () => {
    const seed = newSeed()
    const entries = [streamEntry(1, 'orderPlaced'), streamEntry(2, 'orderConfirmed')]
    const view = orderView(seed, { state: 'CONFIRMED', version: 4, updatedAt: at(9) })
    await writeCase(database.db, { view, entries }, never)
    const stored = await selectCase(database.db, view.orderId)
    expect(stored).toMatchObject({ isOpen: true, view: { ...view, stream: entries } })
    expect(await selectOrder(database.db, view.orderId)).toMatchObject({
      temporalWorkflowId: `order:${view.orderId}`,
      state: 'CONFIRMED',
      version: 4,
      closedAt: null,
    })
  })

  it('writes once when a write is repeated', async () => {
    const seed = newSeed()
    expect(await save(seed, { version: 2 }, [streamEntry(1, 'orderPlaced')])).toBe('written')
    expect(await save(seed, { version: 2 }, [streamEntry(1, 'orderPlaced')])).toBe('superseded')
    expect(await streamOf(orderId(seed))).toEqual(['1 orderPlaced'])
  })

  it('does not let an older version of the same run rewind the row', async () => {
    const seed = newSeed()
    await save(seed, { version: 5, state: 'CONFIRMED' }, [
      streamEntry(1, 'orderPlaced'),
      streamEntry(2, 'orderConfirmed'),
    ])
    expect(await save(seed, { version: 3, state: 'VALIDATING' }, [streamEntry(1, 'orderPlaced')])).toBe(
      'superseded',
    )
    const stored = await selectCase(database.db, orderId(seed))
    expect(stored?.view).toMatchObject({ version: 5, state: 'CONFIRMED' })
    expect(await selectOrder(database.db, orderId(seed))).toMatchObject({ version: 5, state: 'CONFIRMED' })
  })

  it('ends at the highest version when 20 writers of one case race', async () => {
    const seed = newSeed()
    const all = Array.from({ length: 20 }, (_, i) => streamEntry(i + 1, 'signalIgnored'))
    const versions = all.map((_, i) => i + 1).sort(() => Math.random() - 0.5)
    await Promise.all(versions.map((version) => save(seed, { version }, all.slice(0, version))))
    expect(await versionOf(orderId(seed))).toBe(20)
    expect(await streamOf(orderId(seed))).toHaveLength(20)
  })

  it('stores text that Postgres cannot hold, without the characters it refuses', async () => {
    const id = approvalId(newSeed())
    const title = 'Nul \0 and half a pair \ud800 end'
    const view = approvalView(seeds, { title, payload: { 'ke\0y': ['a\0b', { deep: '\udc00' }] } })
    await writeCase(database.db, { view, entries: [streamEntry(1, 'commented', 'c\0d')] }, never)
    const stored = await selectCase(database.db, id)
    expect(stored?.view).toMatchObject({ title: 'Nul \ufffd and half a pair \ufffd end' })
    expect(stored?.view.stream[0]?.params).toEqual({ text: 'c\ufffdd' })
  })

  it('keeps whole characters beyond the basic plane', async () => {
    const view = approvalView(newSeed(), { title: 'Größe 😀 “x”' })
    await writeCase(database.db, { view, entries: [] }, never)
    expect((await selectCase(database.db, view.approvalId))?.view).toMatchObject({ title: 'Größe 😀 “x”' })
  })

  it('closes the case and the order in a terminal state', async () => {
    const seed = newSeed()
    const outcome = { code: 'OUT_OF_STOCK', reason: 'none' } as const
    await save(seed, { version: 7, state: 'FAILED', outcome, updatedAt: at(30) })
    expect((await selectCase(database.db, orderId(seed)))?.isOpen).toBe(false)
    const order = await selectOrder(database.db, orderId(seed))
    expect(order?.outcome).toEqual(outcome)
    expect(new Date(order?.closedAt ?? 0).toISOString()).toBe(at(30))
  })
})

describe('a run that takes over after a reset', () => {
  const oldRun = async (seed: number) => {
    await save(seed, { version: 3 }, [
      streamEntry(1, 'orderPlaced'),
      streamEntry(2, 'orderValidated'),
      streamEntry(3, 'stockReserved'),
    ])
    await save(seed, { version: 9, state: 'CANCELLED' }, [
      streamEntry(4, 'cancelRequested'),
      streamEntry(5, 'orderCancelled'),
    ])
  }

  it('wins with a lower version and replaces the entries of the undone future', async () => {
    const seed = newSeed()
    await oldRun(seed)
    const change = { runId: 'run-2', version: 4 }
    expect(await save(seed, change, [streamEntry(4, 'paymentStarted')], currentIs('run-2'))).toBe('written')
    expect(await streamOf(orderId(seed))).toEqual([
      '1 orderPlaced',
      '2 orderValidated',
      '3 stockReserved',
      '4 paymentStarted',
    ])
    expect(await selectCase(database.db, orderId(seed))).toMatchObject({ isOpen: true, view: change })
    expect(await selectOrder(database.db, orderId(seed))).toMatchObject({
      version: 4,
      state: 'PENDING',
      closedAt: null,
    })
  })

  it('refuses what the old run writes late, whatever its version', async () => {
    const seed = newSeed()
    await oldRun(seed)
    await save(seed, { runId: 'run-2', version: 4 }, [streamEntry(4, 'paymentStarted')], currentIs('run-2'))
    const late = await save(seed, { version: 99 }, [streamEntry(6, 'orderFailed')], currentIs('run-2'))
    expect(late).toBe('superseded')
    expect(await versionOf(orderId(seed))).toBe(4)
    expect(await streamOf(orderId(seed))).toHaveLength(4)
  })

  it('replaces the undone future also when its first write had no entry', async () => {
    const seed = newSeed()
    await oldRun(seed)
    await save(seed, { runId: 'run-2', version: 4 }, [], currentIs('run-2'))
    await save(seed, { runId: 'run-2', version: 5 }, [streamEntry(4, 'paymentCharged')])
    expect((await streamOf(orderId(seed)))?.slice(3)).toEqual(['4 paymentCharged'])
  })

  it('fails and changes nothing while Temporal cannot say which run is current', async () => {
    const seed = newSeed()
    await oldRun(seed)
    const away = () => Promise.reject(new Error('Temporal is away'))
    await expect(save(seed, { runId: 'run-2', version: 4 }, [], away)).rejects.toThrow('Temporal is away')
    expect(await versionOf(orderId(seed))).toBe(9)
  })

  it('ends with the new run when writers of both runs race', async () => {
    for (let round = 0; round < 10; round++) {
      const seed = newSeed()
      await save(seed, { version: 1 }, [streamEntry(1, 'orderPlaced')])
      const isCurrent = currentIs('run-2')
      await Promise.all([
        save(seed, { version: 2 }, [streamEntry(2, 'orderValidated')], isCurrent),
        save(
          seed,
          { version: 3 },
          [streamEntry(2, 'orderValidated'), streamEntry(3, 'orderFailed')],
          isCurrent,
        ),
        save(seed, { runId: 'run-2', version: 2 }, [streamEntry(2, 'stockReserved')], isCurrent),
        save(
          seed,
          { runId: 'run-2', version: 3 },
          [streamEntry(2, 'stockReserved'), streamEntry(3, 'orderConfirmed')],
          isCurrent,
        ),
      ])
      expect((await selectCase(database.db, orderId(seed)))?.view).toMatchObject({
        runId: 'run-2',
        version: 3,
      })
      expect(await streamOf(orderId(seed))).toEqual(['1 orderPlaced', '2 stockReserved', '3 orderConfirmed'])
    }
  })
})

describe('a run that continued as new', () => {
  it('goes on with the numbering and deletes nothing of the run before', async () => {
    const seed = newSeed()
    const [first, second] = [
      approvalView(seed, { version: 40, stream: [] }),
      approvalView(seed, { runId: 'run-2', version: 41, stream: [] }),
    ]
    const before = Array.from({ length: 40 }, (_, i) => streamEntry(i + 1, 'commented', `${i}`))
    await writeCase(database.db, { view: first, entries: before }, never)
    await writeCase(database.db, { view: second, entries: [streamEntry(41, 'claimed')] }, currentIs('run-2'))
    expect(await streamOf(approvalId(seed))).toHaveLength(41)
    const rows = await database.db
      .select()
      .from(caseEvents)
      .where(eq(caseEvents.caseId, approvalId(seed)))
    expect(new Set(rows.map(({ runId }) => runId))).toEqual(new Set(['run-1', 'run-2']))
  })
})

describe('what lists show', () => {
  it('is the item of the newest view', async () => {
    const assignee = { id: 'user-ana', name: 'Ana Ruiz' }
    const view = approvalView(newSeed(), {
      state: 'CLAIMED',
      assignee,
      dueAt: at(60),
      amountCents: 412_50,
      currency: 'USD',
      version: 3,
    })
    await writeCase(database.db, { view, entries: [] }, never)
    const { items } = await selectCasePage(database.db, { assignee: 'user-ana' }, { sort: 'due', limit: 5 })
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
    await save(seed, { version: 8 }, [streamEntry(1, 'orderPlaced')])
    await database.db.delete(cases)
    await database.db.delete(caseEvents)
    expect(await save(seed, { version: 8 }, [streamEntry(1, 'orderPlaced')])).toBe('written')
    expect(await streamOf(orderId(seed))).toEqual(['1 orderPlaced'])
  })
})
