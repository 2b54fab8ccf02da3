import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../files.mjs'
import { LauncherError } from '../launcher-error.mjs'
import { NEXT, TSX } from '../package-binaries.mjs'
import { ROOT } from '../paths.mjs'
import { runCommand } from '../process/run-command.mjs'
import { sourceHash } from './source-hash.mjs'

const LOCK = ['package.json', 'package-lock.json', 'tsconfig.json']
const CONFIG = ['next.config.mjs', 'postcss.config.mjs', 'proxy.ts', 'instrumentation.ts']
const WEB_SOURCES = [
  ...LOCK,
  ...CONFIG,
  'app',
  'components',
  'db',
  'public',
  'temporal/client',
  'temporal/contract',
]
const WORKFLOW_SOURCES = [...LOCK, 'temporal/contract', 'temporal/workflows', 'temporal/worker']
const ERROR_LINES = 30

/**
 * @typedef {object} Build
 * @property {readonly string[]} sources files and folders that it is built from
 * @property {string} result path that exists once it is built
 * @property {string} stamp path of the file with the hash of the sources
 * @property {string[]} args arguments of node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} log
 * @property {AbortSignal} signal
 */

/**
 * Builds unless the same sources were built before. The stamp is removed first and written last, so that an
 * interrupted build is repeated.
 * @param {(text: string) => void} note
 * @param {Build} build
 * @throws {LauncherError} with the last lines of the compiler's output
 */
const buildIfStale = async (note, { sources, result, stamp, args, env, log, signal }) => {
  const hash = sourceHash(sources)
  const isCurrent = existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isCurrent) return note('up to date')
  rmSync(stamp, { force: true })
  const { code, output } = await runCommand(process.execPath, args, { cwd: ROOT, env, log, signal })
  if (code !== 0)
    throw new LauncherError(`The build failed:\n${output.trim().split('\n').slice(-ERROR_LINES).join('\n')}`)
  writeFileAtomic(stamp, hash)
  note('built')
}

/**
 * @typedef {object} BuildOptions
 * @property {string} stateDir
 * @property {string} distDir
 * @property {string} bundle
 * @property {AbortSignal} signal
 */

/**
 * Builds the web for production.
 * @param {(text: string) => void} note
 * @param {BuildOptions} options
 */
export const buildWeb = (note, { stateDir, distDir, signal }) =>
  buildIfStale(note, {
    sources: WEB_SOURCES,
    result: join(ROOT, distDir, 'BUILD_ID'),
    stamp: join(ROOT, distDir, 'source-hash'),
    args: [NEXT, 'build'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' },
    log: join(stateDir, 'logs/build-web.log'),
    signal,
  })

/**
 * Builds the workflow bundle that workers load.
 * @param {(text: string) => void} note
 * @param {BuildOptions} options
 */
export const buildWorkflows = (note, { stateDir, bundle, signal }) =>
  buildIfStale(note, {
    sources: WORKFLOW_SOURCES,
    result: bundle,
    stamp: `${bundle}.source-hash`,
    args: [...TSX, 'temporal/worker/bundle.ts'],
    env: { ...process.env, NODE_ENV: 'production', WORKFLOW_BUNDLE: bundle },
    log: join(stateDir, 'logs/build-workflows.log'),
    signal,
  })
