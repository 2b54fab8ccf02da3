import { spawnSync } from 'node:child_process'
import { LauncherError } from '../launcher-error.mjs'

/** @typedef {{ uid: number, gid: number }} User */

/** @param {string} flag */
const readId = (flag) => {
  const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return found.status === 0 ? Number(found.stdout) : null
}

/** @returns {User | null} */
const findUser = () => {
  const [uid, gid] = [readId('-u'), readId('-g')]
  return uid === null || gid === null ? null : { uid, gid }
}

const createUser = () => {
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
}

/**
 * The user that Postgres runs as: `postgres` when the launcher runs as root, which Postgres refuses; else its own.
 * @returns {User | undefined}
 * @throws {LauncherError} when the user cannot be created
 */
export const ensurePostgresUser = () => {
  if (process.getuid?.() !== 0) return undefined
  if (!findUser()) createUser()
  const user = findUser()
  if (!user)
    throw new LauncherError(
      'Postgres does not run as root, and the user postgres could not be created: start as another user.',
    )
  return user
}

/**
 * True when `user` can read `path`.
 * @param {User} user
 * @param {string} path
 */
export const canRead = (user, path) => spawnSync('test', ['-r', path], user).status === 0
