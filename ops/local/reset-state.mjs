import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeCachedPostgresData } from './postgres/postgres-files.mjs'

const DATA = [
  'postgres',
  'postgres-token',
  'temporal.db',
  'temporal.db-shm',
  'temporal.db-wal',
  'secrets.json',
  'accounts.json',
  'samples.json',
]

/**
 * Deletes the data of a stopped stack and the secrets that belong to them. Builds, ports and logs stay.
 * @param {string} stateDir
 */
export const resetState = (stateDir) => {
  removeCachedPostgresData(stateDir)
  for (const name of DATA) rmSync(join(stateDir, name), { recursive: true, force: true })
}
