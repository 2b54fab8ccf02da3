/** Creates a database for each test file on the server of `TEST_DATABASE_URL` and drops it afterwards. */

import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type OpenDatabase, openDatabase } from '../client'
import { migrateDatabase } from '../migrate-database'

export interface TestDatabase extends OpenDatabase {
  url: string
  drop(): Promise<void>
}

const getServerUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error('Set TEST_DATABASE_URL to a Postgres where databases may be created; npm test does so')
  return url
}

const runOnServer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: getServerUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates an empty database with a unique name; `drop` closes its open connections too. */
export const createEmptyDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await runOnServer(`create database ${name}`)
  const url = new URL(getServerUrl())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runOnServer(`drop database if exists ${name} with (force)`) }
}

/** Creates a migrated database. */
export const createTestDatabase = async ({ max = 20 } = {}): Promise<TestDatabase> => {
  const { url, drop } = await createEmptyDatabase()
  await migrateDatabase(url)
  const open = openDatabase(url, { max, applicationName: 'test' })
  return {
    ...open,
    url,
    drop: async () => {
      await open.close()
      await drop()
    },
  }
}
