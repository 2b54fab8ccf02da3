#!/usr/bin/env bash
# rate-limiter-flexible: a RateLimiterPostgres that is constructed while Postgres is away never uses Postgres.
# It creates its table in the constructor, once; afterwards it refuses, or stays on its insurance limiter, for good.
# Consequence: create the table by a migration and pass `tableCreated: true`.
. "$(dirname "$0")/setup.sh" rate-limiter-flexible@11.4.0 pg@8.23.1 embedded-postgres@18.4.0-beta.17
cat >finding.js <<'JS'
import assert from 'node:assert'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'

const port = 20_000 + Math.floor(Math.random() * 10_000)
const account = { user: 'postgres', password: 'finding' }
const storeClient = new pg.Pool({ ...account, host: '127.0.0.1', port, database: 'postgres' })
storeClient.on('error', () => {})
const options = { storeClient, points: 5, duration: 60, tableName: 'limits' }
const limiter = (more) =>
  new Promise((resolve) => {
    const made = new RateLimiterPostgres({ ...options, ...more }, (error) => resolve({ made, error }))
  })
const outcome = ({ made }) =>
  made.consume('a').then(() => 'consumed', (error) => `rejected with ${error.message}`)

const alone = await limiter()
const insured = await limiter({ insuranceLimiter: new RateLimiterMemory({ points: 5, duration: 60 }) })
console.log('constructed while Postgres is away:', alone.error.code, insured.error.code)
const databaseDir = mkdtempSync(join(tmpdir(), 'finding-'))
const createPostgresUser = process.getuid?.() === 0
const postgres = new EmbeddedPostgres({
  ...account, port, databaseDir, createPostgresUser, persistent: false, onLog: () => {},
})
await postgres.initialise()
await postgres.start()
await outcome(await limiter())
await storeClient.query('delete from limits')
const outcomes = [await outcome(alone), await outcome(insured)]
const { rowCount } = await storeClient.query('select from limits')
console.log('Postgres is up and has the table:', outcomes, `rows in Postgres: ${rowCount}`)
await storeClient.end()
await postgres.stop()
assert.deepStrictEqual(outcomes, ['rejected with Table is not created yet', 'consumed'])
assert.equal(rowCount, 0)
JS
node finding.js
