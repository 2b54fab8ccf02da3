import { spawnSync } from 'node:child_process'
import { Stop } from './stop.mjs'

/** @typedef {{ uid: number, gid: number }} User */

/** @param {string} flag */
const idOf = (flag) => {
  const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return found.status === 0 ? Number(found.stdout) : null
}

/** @returns {User | null} */
const find = () => {
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  return uid === null || gid === null ? null : { uid, gid }
}

const create = () => {
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
}

/**
 * Whom Postgres runs as: nobody special, except under root, as whom it refuses to run.
 * @returns {User | undefined}
 * @throws {Stop} when root cannot make the user
 */
export const postgresUser = () => {
  if (process.getuid?.() !== 0) return undefined
  if (!find()) create()
  const user = find()
  if (!user)
    throw new Stop(
      'Postgres does not run as root, and the user postgres could not be created: start as another user.',
    )
  return user
}

/**
 * True when `user` may read what is at `path`.
 * @param {User} user
 * @param {string} path
 */
export const canReach = (user, path) => spawnSync('test', ['-r', path], user).status === 0
