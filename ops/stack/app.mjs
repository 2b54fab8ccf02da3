import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { isFree } from './ports.mjs'
import { waitUp } from './ready.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'
import { NEXT, TSX, TSX_CLI } from './tools.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./supervisor.mjs').Part} Part */

const READY_TIMEOUT_MS = 90_000
const HOST = '127.0.0.1'
const WORKER = 'temporal/worker/main.ts'
const WATCHED = ['--include', 'temporal/workflows/**', '--include', 'temporal/contract/**']

/** @param {number} port @throws {Stop} */
export const demandPort = async (port) => {
  if (await isFree(port)) return
  throw new Stop(
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
    const { code, output } = await run(process.execPath, args, {
      cwd: ROOT,
      env,
      log,
      signal: session.signal,
    })
    if (code !== 0) throw new Stop(`The database could not be brought up to date: ${output.trim()}`)
  }
}

/**
 * @param {Session} session
 * @param {NodeJS.ProcessEnv} env
 * @param {{ isRestarted?: boolean }} [options]
 * @returns {Part}
 */
export const startWorker = ({ supervisor }, env, { isRestarted } = {}) => {
  const isDevelopment = env.NODE_ENV === 'development'
  const args = isDevelopment ? [TSX_CLI, 'watch', ...WATCHED, WORKER] : [...TSX, WORKER]
  return supervisor.start({ name: 'worker', command: process.execPath, args, cwd: ROOT, env, isRestarted })
}

/**
 * @param {Session} session
 * @param {NodeJS.ProcessEnv} env
 * @returns {Part}
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
 * @param {{ web: Part, worker: Part, url: string }} parts
 * @throws {Stop} when one of them ends first
 */
export const waitForApp = async ({ supervisor }, { web, worker, url }) => {
  const check = async () => worker.exit !== null || (await isReady(url))
  await waitUp(supervisor, web, check, READY_TIMEOUT_MS)
  await waitUp(supervisor, worker, async () => true, READY_TIMEOUT_MS)
}
