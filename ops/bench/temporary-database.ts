/** A temporary database on the server of the demo. */

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../db/client'
import { migrateDatabase } from '../../db/migrate-database'
import type { DemoInfo } from '../local/demo/demo-file.mjs'

const run = async (connectionString: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Runs `work` on an empty, migrated database and drops it afterwards. */
export const withTemporaryDatabase = async (
  { databaseUrl }: DemoInfo,
  work: (db: Database) => Promise<void>,
) => {
  const name = `bench_${randomBytes(6).toString('hex')}`
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  await run(databaseUrl, `create database ${name}`)
  try {
    await migrateDatabase(url.href)
    const { db, close } = openDatabase(url.href, { max: 4, applicationName: 'bench' })
    await work(db).finally(close)
  } finally {
    await run(databaseUrl, `drop database if exists ${name} with (force)`)
  }
}
