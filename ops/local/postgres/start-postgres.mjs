import { chownSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createFolderAtomic, writeFileAtomic } from '../files.mjs'
import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { readLogTail } from '../process/log-file.mjs'
import { runCommand } from '../process/run-command.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'
import { createDatabase, isPostgresUp } from './postgres-client.mjs'
import { ensurePostgresFiles, hasPostgresData } from './postgres-files.mjs'

/** @typedef {import('./postgres-files.mjs').PostgresFiles} PostgresFiles */

const READY_TIMEOUT_MS = 60_000
const DATABASE = 'action_center'
const LAST_LINES = 5

/** Independent of the machine's locales, and in UTF-8 everywhere. */
const INITDB = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '256MB',
  jit: 'off',
}

/**
 * @typedef {object} PostgresOptions
 * @property {string} stateDir
 * @property {number} port
 * @property {string} password
 * @property {import('../process/supervisor.mjs').Supervisor} supervisor
 * @property {AbortSignal} signal
 * @property {boolean} [isThrowaway] data of a test: quick instead of safe
 */

/**
 * @param {PostgresFiles} files
 * @param {PostgresOptions} options
 */
const initialise = async ({ bin, data, user }, { password, signal }) => {
  const secret = `${data}.password`
  writeFileAtomic(secret, password, 0o600)
  if (user) chownSync(secret, user.uid, user.gid)
  try {
    await createFolderAtomic(data, async (draft) => {
      if (user) chownSync(draft, user.uid, user.gid)
      const args = [`--pgdata=${draft}`, `--pwfile=${secret}`, ...INITDB, ...LOCALE]
      const { code, output } = await runCommand(join(bin, 'initdb'), args, { cwd: '/', ...user, signal })
      if (code !== 0)
        throw new LauncherError(`Postgres could not make its data folder ${data}: ${output.trim()}`)
    })
  } finally {
    rmSync(secret, { force: true })
  }
}

/** @param {PostgresFiles} files @param {PostgresOptions} options */
const launch = ({ bin, data, user }, { supervisor, port, isThrowaway }) => {
  const settings = { ...SETTINGS, ...(isThrowaway ? { fsync: 'off', full_page_writes: 'off' } : {}) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return supervisor.start({
    name: 'Postgres',
    command: join(bin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...flags],
    cwd: '/',
    env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
    ...user,
    // The fast way down: SIGTERM would wait until every client has gone.
    stopSignal: 'SIGINT',
    graceMs: 3_000,
    stops: 'last',
  })
}

/**
 * Why Postgres is not up, in one line: its own last words, or else the sentence there is.
 * @param {import('../process/supervisor.mjs').ManagedProcess} part
 * @param {LauncherError} error
 */
const failureReason = (part, error) => {
  if (!part.exit) return error.message
  const words = readLogTail(part.log, LAST_LINES)
  return /(?:FATAL|PANIC): {2}(.*)/.exec(words)?.[1] ?? words.split('\n').at(-1)
}

/**
 * Starts the embedded Postgres on its own data and makes the product's database.
 * @param {PostgresOptions} options
 * @returns {Promise<string>} URL of the product's database
 * @throws {LauncherError} when the data are broken or it does not come up
 */
export const startPostgres = async (options) => {
  const files = await ensurePostgresFiles(options.stateDir)
  if (!hasPostgresData(files.data)) await initialise(files, options)
  const part = launch(files, options)
  const base = `postgres://postgres:${options.password}@127.0.0.1:${options.port}`
  try {
    await waitUntilReady(options.supervisor, part, () => isPostgresUp(`${base}/postgres`), READY_TIMEOUT_MS)
  } catch (error) {
    if (!(error instanceof LauncherError) || error instanceof InterruptedError) throw error
    const reason = failureReason(part, error)
    throw new LauncherError(
      `Postgres could not start on its data in ${files.data} (${reason}); npm run demo -- --reset starts afresh.`,
    )
  }
  await createDatabase(`${base}/postgres`, DATABASE)
  return `${base}/${DATABASE}`
}
