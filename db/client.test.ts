import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from './client'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('does not connect before it is used, so that a process starts while Postgres is down', async () => {
  const { db, close } = openDatabase('postgres://nobody@127.0.0.1:1/none', {
    max: 1,
    applicationName: 'test',
  })
  await expect(db.execute(sql`select 1`)).rejects.toThrow()
  await close()
})

it('a connection that breaks within a transaction fails the transaction and not the process', async () => {
  const { db } = database
  const broken = db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await db.execute(sql`select pg_terminate_backend(${rows[0]?.pid}, 1000)`)
    await tx.execute(sql`select 1`)
  })
  await expect(broken).rejects.toThrow()
  const { rows } = await db.execute<{ one: number }>(sql`select 1 as one`)
  expect(rows).toEqual([{ one: 1 }])
})

it('ends a statement, and the wait for a free connection, at the time-out', async () => {
  const { db, close } = openDatabase(database.url, {
    max: 1,
    applicationName: 'test',
    statementTimeoutMs: 100,
  })
  const started = performance.now()
  const results = await Promise.allSettled([0, 1].map(() => db.execute(sql`select pg_sleep(2)`)))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(performance.now() - started).toBeLessThan(1_000)
  await close()
})
