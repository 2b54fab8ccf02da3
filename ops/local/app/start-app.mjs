import { join } from 'node:path'
import { LauncherError } from '../launcher-error.mjs'
import { NEXT, TSX, TSX_CLI } from '../package-binaries.mjs'
import { ROOT } from '../paths.mjs'
import { isPortFree } from '../ports.mjs'
import { runCommand } from '../process/run-command.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'

/** @typedef {import('../session/session.mjs').Session} Session */
/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */

const READY_TIMEOUT_MS = 90_000
const HOST = '127.0.0.1'
const WORKER = 'temporal/worker/main.ts'
const WATCHED = ['--include', 'temporal/workflows/**', '--include', 'temporal/contract/**']

/** @param {number} port @throws {LauncherError} */
export const requireFreePort = async (port) => {
  if (await isPortFree(port)) return
  throw new LauncherError(
    `Port ${port} is in use by another program; choose another one with npm run demo -- --port N.`,
  )
}

/**
 * Brings the database to today's schema and catalogue.
 * @param {Session} session
 * @param {NodeJS.ProcessEnv} env
 */
export const migrate = async (session, env) => {
  const log = join(session.stateDir, 'logs/migrate.log')
  for (const command of ['migrate', 'seed']) {
    const args = [...TSX, 'db/main.ts', command]
    const { code, output } = await runCommand(process.execPath, args, {
      cwd: ROOT,
      env,
      log,
      signal: session.signal,
    })
    if (code !== 0) throw new LauncherError(`The database could not be brought up to date: ${output.trim()}`)
  }
}

/**
 * @param {Session} session
 * @param {NodeJS.ProcessEnv} env
 * @param {{ isRestarted?: boolean }} [options]
 * @returns {ManagedProcess}
 */
export const startWorker = ({ supervisor }, env, { isRestarted } = {}) => {
  const isDevelopment = env.NODE_ENV === 'development'
  const args = isDevelopment ? [TSX_CLI, 'watch', ...WATCHED, WORKER] : [...TSX, WORKER]
  return supervisor.start({ name: 'worker', command: process.execPath, args, cwd: ROOT, env, isRestarted })
}

/**
 * @param {Session} session
 * @param {NodeJS.ProcessEnv} env
 * @returns {ManagedProcess}
 */
export const startWeb = ({ supervisor }, env) => {
  const mode = env.NODE_ENV === 'development' ? 'dev' : 'start'
  const args = [NEXT, mode, '--hostname', HOST, '--port', String(env.PORT)]
  return supervisor.start({ name: 'web', command: process.execPath, args, cwd: ROOT, env })
}

/** @param {string} url */
const isReady = (url) =>
  fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/**
 * Waits until the web says that it and all it depends on are ready, workers included.
 * @param {Session} session
 * @param {{ web: ManagedProcess, worker: ManagedProcess, url: string }} parts
 * @throws {LauncherError} when one of them ends first
 */
export const waitForApp = async ({ supervisor }, { web, worker, url }) => {
  const check = async () => worker.exit !== null || (await isReady(url))
  await waitUntilReady(supervisor, web, check, READY_TIMEOUT_MS)
  await waitUntilReady(supervisor, worker, async () => true, READY_TIMEOUT_MS)
}
