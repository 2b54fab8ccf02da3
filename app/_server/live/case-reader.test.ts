import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { queryView } from '@/temporal/client/case-handle'
import { executeUpdate } from '@/temporal/client/execute-update'
import { encodeCaseId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import { createBreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { classifyDatabaseError } from '../platform/resilience/database-errors'
import { startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { type CaseReader, createCaseReader } from './case-reader'
import { live } from './live'

let web: TestWeb
const dead = openDatabase('postgres://nobody@127.0.0.1:1/nothing', { max: 1, applicationName: 'dead' })

/** A reader on real services that records its queries; `isTemporalAway` is a Temporal that does not answer. */
const counting = (parts: {
  isDatabaseAway?: boolean
  isTemporalAway?: boolean
  epoch?: () => number | null
}) => {
  const queries: string[] = []
  const db = parts.isDatabaseAway ? dead.db : web.stack.db
  const reader: CaseReader = createCaseReader({
    db,
    breaker: createBreakerWithTimeout(classifyDatabaseError),
    queryView: (caseId) => {
      queries.push(caseId)
      if (parts.isTemporalAway) return Promise.reject(new AppError('TEMPORAL_UNAVAILABLE'))
      return queryView(web.stack.temporal, caseId)
    },
    epoch: parts.epoch ?? (() => 1),
  })
  return { reader, queries }
}

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(async () => {
  await dead.close()
  await web.stop()
})

describe('an open case', () => {
  it('is read from its workflow, with one query for 500 readers and each change', async () => {
    const { orderId, version } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const { reader, queries } = counting({})
    const read = () => Promise.all(Array.from({ length: 500 }, () => reader.read(orderId, version)))
    const [first] = await read()
    expect(first).toMatchObject({ source: 'workflow', view: { orderId, state: 'AWAITING_APPROVAL' } })
    await read()
    expect(queries).toHaveLength(1)
    reader.setLatestVersion(orderId, version + 1)
    await read()
    expect(queries).toHaveLength(2)
  })

  it('is queried for each reader while notifications may be missed', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const { reader, queries } = counting({ epoch: () => null })
    await reader.read(orderId)
    await reader.read(orderId)
    expect(queries).toHaveLength(2)
  })

  it('is read from its snapshot while Temporal does not answer, as `source` says', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    await waitUntil(async () => (await web.stack.db.select().from(cases).where(eq(cases.caseId, orderId)))[0])
    const { reader } = counting({ isTemporalAway: true })
    const { source, asOf, view } = await reader.read(orderId)
    expect(source).toBe('snapshot')
    expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now())
    expect(view.stream[0]).toMatchObject({ id: 1, code: 'orderPlaced' })
  })

  it('is read while Postgres is down', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const { reader } = counting({ isDatabaseAway: true })
    expect(await reader.read(orderId)).toMatchObject({ source: 'workflow', view: { orderId } })
  })

  it('of an order comes with its open approval', async () => {
    const view = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const { reader } = counting({})
    const approval = await waitUntil(() => reader.openApproval(view))
    expect(approval).toMatchObject({
      orderId: view.orderId,
      interaction: { interactionType: 'action_buttons' },
    })
  })

  it('of an order is read although its approval cannot be read', async () => {
    const view = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const { reader } = counting({ isTemporalAway: true, isDatabaseAway: true })
    expect(await reader.openApproval(view)).toBeNull()
  })
})

describe('a closed case', () => {
  const completed = async () => {
    const { orderId } = await web.placed('MUG-BLUE', 'COMPLETED')
    await waitUntil(async () => {
      const [row] = await web.stack.db.select().from(cases).where(eq(cases.caseId, orderId))
      return row && !row.isOpen
    })
    return orderId
  }

  it('is read from Postgres with its whole stream, without a query', async () => {
    const orderId = await completed()
    const { reader, queries } = counting({})
    const { source, view } = await reader.read(orderId)
    expect(source).toBe('snapshot')
    expect(view.stream.map(({ id }) => id)).toEqual(view.stream.map((_, index) => index + 1))
    expect(queries).toEqual([])
  })

  it('is read from its workflow while Postgres is down, while its row is missing, and when its row is stale', async () => {
    const orderId = await completed()
    const away = counting({ isDatabaseAway: true })
    expect((await away.reader.read(orderId)).source).toBe('workflow')

    const stale = counting({})
    const { version } = (await stale.reader.read(orderId)).view
    stale.reader.markStale(orderId, version + 1)
    expect((await stale.reader.read(orderId)).source).toBe('workflow')
    stale.reader.markStale(orderId, version)
    expect((await stale.reader.read(orderId)).source).toBe('snapshot')

    await web.stack.db.delete(cases).where(eq(cases.caseId, orderId))
    const missing = counting({})
    expect((await missing.reader.read(orderId)).source).toBe('workflow')
  })
})

describe('an unreadable case', () => {
  const unknown = () => encodeCaseId('order', randomBytes(26))

  it('throws NOT_FOUND for an unknown id and for a malformed id', async () => {
    const { reader, queries } = counting({})
    await expect(reader.read(unknown())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(reader.read('order:1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(queries).toHaveLength(1)
  })

  it('throws the outage when neither copy can be read', async () => {
    const { reader } = counting({ isDatabaseAway: true, isTemporalAway: true })
    await expect(reader.read(unknown())).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
  })
})

it('gets changes from the listener of the process', async () => {
  const { reader, listener } = live(web.runtime)
  await waitUntil(async () => listener.epoch)
  const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
  const before = await reader.read(orderId)
  await executeUpdate(web.stack.temporal, {
    caseId: orderId,
    name: 'cancelOrder',
    input: { by: { name: 'Ada' }, reason: '' },
    updateId: 'cancel-1',
  })
  const after = await waitUntil(async () => {
    const read = await reader.read(orderId)
    return read.view.state === 'CANCELLED' && read
  })
  expect(after.view.version).toBeGreaterThan(before.view.version)
})
