/** Command line: `tsx db/main.ts migrate` or `seed`, on the database that `DATABASE_URL` names. */

import { openDatabase } from './client'
import { migrateDatabase } from './migrate-database'
import { seedCatalogue } from './seed-catalogue'

const seed = async (url: string): Promise<void> => {
  const { db, close } = openDatabase(url, { max: 1, applicationName: 'action-center-seed' })
  try {
    await seedCatalogue(db)
  } finally {
    await close()
  }
}

const COMMANDS = { migrate: migrateDatabase, seed } as const

const run = async (name = '', url = process.env.DATABASE_URL): Promise<void> => {
  if (!Object.hasOwn(COMMANDS, name)) throw new Error('Usage: tsx db/main.ts migrate|seed')
  if (!url) throw new Error('Set DATABASE_URL, such as postgres://user:password@localhost:5432/action_center')
  await COMMANDS[name as keyof typeof COMMANDS](url)
}

run(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
