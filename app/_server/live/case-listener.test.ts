import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CASE_CHANNEL, type CaseNotification } from '@/db/case-notification'
import { selectChangesSince } from '@/db/queries/cases/case-changes'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { createLogger } from '../platform/log'
import { waitUntil } from '../testing/test-web'
import { type CaseListener, createListener } from './case-listener'

let database: TestDatabase
let listener: CaseListener
let received: CaseNotification[] = []
let gaps = 0

const toNotification = (caseId: string, version: number): CaseNotification => ({
  caseId,
  version,
  orderId: caseId,
  owner: 'user:1',
})

const send = (payload: string) => database.db.execute(sql`select pg_notify(${CASE_CHANNEL}, ${payload})`)

/** Writes a row as the projection does, without its trigger. */
const write = (caseId: string, version: number) =>
  database.db.execute(sql`
    insert into cases (case_id, kind, state, is_open, number, title, submitter, priority, search_text,
      created_at, updated_at, run_id, version, snapshot)
    values (${caseId}, 'order', 'PENDING', true, '1', 't', '{"name":"n"}', 0, '', now(), now(), 'r', ${version}, '{}')
    on conflict (case_id) do update set version = excluded.version, written_at = now()`)

/** Terminates the connection of the listener in Postgres. */
const cut = () =>
  database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'action-center-listener' and datname = current_database()`)

const start = async (find = selectChangesSince.bind(null, database.db)): Promise<CaseListener> => {
  listener = createListener({
    databaseUrl: database.url,
    findChanges: find,
    log: createLogger('silent', 'test'),
  })
  listener.onNotification((notification) => received.push(notification))
  listener.onGap(() => gaps++)
  listener.start()
  await waitUntil(async () => listener.epoch)
  received = []
  gaps = 0
  return listener
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
afterEach(() => listener.stop())

describe('the listener', () => {
  it('receives changes of the projection, with ids and version only', async () => {
    await start()
    await write('ord_heard', 3)
    await waitUntil(async () => received.length > 0)
    expect(received).toEqual([{ caseId: 'ord_heard', version: 3, orderId: 'ord_heard', owner: null }])
  })

  it('skips malformed payloads', async () => {
    await start()
    for (const payload of ['', 'x', '[]', 'null', '{"caseId":1}']) await send(payload)
    await send(JSON.stringify(toNotification('ord_b', 1)))
    await waitUntil(async () => received.length > 0)
    expect(received).toEqual([toNotification('ord_b', 1)])
    expect(listener.epoch).not.toBeNull()
  })

  it('reconnects in another epoch, and notifies of changes made meanwhile', async () => {
    await start()
    const before = listener.epoch
    await cut()
    await waitUntil(async () => listener.epoch === null)
    await write('ord_missed', 7)
    await waitUntil(async () => listener.epoch)
    expect(listener.epoch).not.toBe(before)
    expect(received).toContainEqual({ caseId: 'ord_missed', version: 7, orderId: 'ord_missed', owner: null })
    await send(JSON.stringify(toNotification('ord_after', 2)))
    await waitUntil(async () => received.some(({ caseId }) => caseId === 'ord_after'))
    expect(gaps).toBe(0)
  })

  it('reports a gap when it cannot catch up', async () => {
    await start(async (sinceMs, limit) => ({
      ...(await selectChangesSince(database.db, sinceMs, limit)),
      isComplete: false,
    }))
    await cut()
    await waitUntil(async () => gaps > 0)
  })

  it('stops at once, and receives nothing more', async () => {
    await start()
    await listener.stop()
    expect(listener.epoch).toBeNull()
    await send(JSON.stringify(toNotification('ord_late', 1)))
    await sleep(50)
    expect(received).toEqual([])
  })
})

it('starts while Postgres is down, and waits', async () => {
  listener = createListener({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
    findChanges: () => Promise.reject(new Error('away')),
    log: createLogger('silent', 'test'),
  })
  listener.start()
  await sleep(50)
  expect(listener.epoch).toBeNull()
})
