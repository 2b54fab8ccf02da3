import { NEXT, TSX, TSX_CLI } from '../package-binaries.mjs'
import { ROOT } from '../paths.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'

/** @typedef {import('../session/session.mjs').Session} Session */
/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */

const READY_TIMEOUT_MS = 90_000
const HOST = '127.0.0.1'
const WORKER = 'temporal/worker/main.ts'
const WATCHED = ['--include', 'temporal/workflows/**', '--include', 'temporal/contract/**']

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
    (response) => response.ok,
    () => false,
  )

/**
 * Waits until the web reports that it and all its dependencies are ready, workers included.
 * @param {Session} session
 * @param {{ web: ManagedProcess, worker: ManagedProcess, url: string }} app
 * @throws {import('../launcher-error.mjs').LauncherError} when web or worker exits first
 */
export const waitForApp = async ({ supervisor }, { web, worker, url }) => {
  const check = async () => worker.exit !== null || (await isReady(url))
  await waitUntilReady(supervisor, web, check, READY_TIMEOUT_MS)
  await waitUntilReady(supervisor, worker, async () => true, READY_TIMEOUT_MS)
}
