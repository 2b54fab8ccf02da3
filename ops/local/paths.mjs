import { createHash } from 'node:crypto'
import { homedir, platform } from 'node:os'
import { join, resolve } from 'node:path'

/** The root of the clone. */
export const ROOT = resolve(import.meta.dirname, '../..')
export const LOCAL = join(ROOT, '.local')

const userCache = () =>
  platform() === 'darwin'
    ? join(homedir(), 'Library/Caches')
    : process.env.XDG_CACHE_HOME || join(homedir(), '.cache')

/** Downloads and builds that all clones of this user share. */
export const CACHE = join(userCache(), 'action-center')

/** Cache for root: Postgres runs as another user, who cannot read root's home. */
export const ROOT_CACHE = '/var/cache/action-center'

/** Hash of a path or URL, for the name of a folder outside the clone. */
export const shortHash = (/** @type {string} */ path) =>
  createHash('sha256').update(path).digest('hex').slice(0, 16)
