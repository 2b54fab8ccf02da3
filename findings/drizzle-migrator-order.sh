#!/usr/bin/env bash
# drizzle-orm: the migrator compares each migration with the newest applied one by its time (`when`), and only so.
# A migration that is older, as after a merge of two branches, is never applied, and `migrate` reports success.
# Consequence: after a merge, generate the later migration anew.
. "$(dirname "$0")/setup.sh" drizzle-orm@0.45.4 pg@8.23.1 embedded-postgres@18.4.0-beta.17
cat >finding.js <<'JS'
import assert from 'node:assert'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

const port = 20_000 + Math.floor(Math.random() * 10_000)
const account = { user: 'postgres', password: 'finding' }
const databaseDir = mkdtempSync(join(tmpdir(), 'finding-'))
const createPostgresUser = process.getuid?.() === 0
const postgres = new EmbeddedPostgres({
  ...account, port, databaseDir, createPostgresUser, persistent: false, onLog: () => {},
})
await postgres.initialise()
await postgres.start()
const pool = new pg.Pool({ ...account, host: '127.0.0.1', port, database: 'postgres' })

/** Migrates to the tables named, each created by a migration of the time given. */
const migrateTo = async (times) => {
  mkdirSync('migrations/meta', { recursive: true })
  const entries = Object.entries(times).map(([tag, when], idx) => ({ idx, version: '7', when, tag, breakpoints: true }))
  for (const { tag } of entries) writeFileSync(`migrations/${tag}.sql`, `create table ${tag} (id int)`)
  writeFileSync('migrations/meta/_journal.json', JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  await migrate(drizzle(pool), { migrationsFolder: 'migrations' })
  const { rows } = await pool.query("select tablename from pg_tables where schemaname = 'public' order by 1")
  return rows.map(({ tablename }) => tablename)
}
await migrateTo({ one: 1_000, three: 3_000 })
const tables = await migrateTo({ one: 1_000, two: 2_000, three: 3_000 })
await pool.end()
await postgres.stop()
console.log('migrated to one and three, then to one, two and three:', tables)
assert.deepStrictEqual(tables, ['one', 'three'])
JS
node finding.js
