import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateDatabase } from './migrate-database'
import { createEmptyDatabase } from './testing/test-database'

const run = async (url: string, query: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

describe('migrateDatabase', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>
  beforeAll(async () => {
    database = await createEmptyDatabase()
  })
  afterAll(() => database.drop())

  it('lets several processes migrate one empty database at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrateDatabase(database.url)))
    const files = readdirSync(new URL('./migrations', import.meta.url)).filter((name) =>
      name.endsWith('.sql'),
    )
    const applied = await run(database.url, 'select count(*)::int as n from drizzle.__drizzle_migrations')
    expect(applied).toEqual([{ n: files.length }])
  })

  it('changes nothing the second time', async () => {
    await migrateDatabase(database.url)
    expect(
      await run(database.url, "select extname from pg_extension where extname = 'pg_trgm'"),
    ).toHaveLength(1)
  })

  it('reports in one sentence, without the password, that the database does not exist', async () => {
    const url = new URL(database.url)
    url.pathname = '/no_such_database'
    const error = await migrateDatabase(url.href).catch((thrown: Error) => thrown)
    expect((error as Error).message).toMatch(
      /^Postgres at .*\/no_such_database cannot be used: .*does not exist$/,
    )
    expect((error as Error).message).not.toContain(url.password || 'postgres:postgres')
  })

  it('waits for a Postgres that is not listening yet, up to its time-out', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const started = Date.now()
    await expect(migrateDatabase(`postgres://u:secret@127.0.0.1:${port}/x`, 600)).rejects.toThrow(
      `Postgres at 127.0.0.1:${port}/x cannot be used`,
    )
    expect(Date.now() - started).toBeGreaterThanOrEqual(600)
  })
})
