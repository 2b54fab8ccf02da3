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

/** UTF-8 and a built-in locale on every machine. */
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
 * @property {boolean} [isThrowaway] for tests: fast, without durability
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
    // Fast shutdown: on SIGTERM Postgres would wait until every client has disconnected.
    stopSignal: 'SIGINT',
    graceMs: 3_000,
    stops: 'last',
  })
}

/**
 * The reason why Postgres did not start, in one line: from its log, else the message of the error.
 * @param {import('../process/supervisor.mjs').ManagedProcess} postgres
 * @param {LauncherError} error
 */
const failureReason = (postgres, error) => {
  if (!postgres.exit) return error.message
  const lines = readLogTail(postgres.log, LAST_LINES)
  return /(?:FATAL|PANIC): {2}(.*)/.exec(lines)?.[1] ?? lines.split('\n').at(-1)
}

/**
 * Starts the embedded Postgres and creates the database of the product.
 * @param {PostgresOptions} options
 * @returns {Promise<string>} URL of that database
 * @throws {LauncherError} when the data are broken or it does not start
 */
export const startPostgres = async (options) => {
  const files = await ensurePostgresFiles(options.stateDir)
  if (!hasPostgresData(files.data)) await initialise(files, options)
  const postgres = launch(files, options)
  const base = `postgres://postgres:${options.password}@127.0.0.1:${options.port}`
  try {
    await waitUntilReady(
      options.supervisor,
      postgres,
      () => isPostgresUp(`${base}/postgres`),
      READY_TIMEOUT_MS,
    )
  } catch (error) {
    if (!(error instanceof LauncherError) || error instanceof InterruptedError) throw error
    const reason = failureReason(postgres, error)
    throw new LauncherError(
      `Postgres could not start on its data in ${files.data} (${reason}); npm run demo -- --reset starts afresh.`,
    )
  }
  await createDatabase(`${base}/postgres`, DATABASE)
  return `${base}/${DATABASE}`
}
