import { createHash } from 'node:crypto'
import { homedir, platform } from 'node:os'
import { join, resolve } from 'node:path'

/** The clone this launcher belongs to. */
export const ROOT = resolve(import.meta.dirname, '../..')
export const LOCAL = join(ROOT, '.local')

const userCache = () =>
  platform() === 'darwin'
    ? join(homedir(), 'Library/Caches')
    : process.env.XDG_CACHE_HOME || join(homedir(), '.cache')

/** What was fetched or built once and serves every clone of this user. */
export const CACHE = join(userCache(), 'action-center')

/** Root's own cache is closed to other users, and Postgres never runs as root. */
export const ROOT_CACHE = '/var/cache/action-center'

/** Names a folder outside the clone that belongs to `path` inside it. */
export const shortHash = (/** @type {string} */ path) =>
  createHash('sha256').update(path).digest('hex').slice(0, 16)
