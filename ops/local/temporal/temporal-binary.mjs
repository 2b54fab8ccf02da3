import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { createFolderAtomic } from '../files.mjs'
import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { CACHE, ROOT } from '../paths.mjs'
import { findOnPath } from '../process/find-on-path.mjs'
import { runCommand } from '../process/run-command.mjs'

/** The newest version that `go install` can build: later ones replace a module by a local folder. */
const VERSION = 'v1.5.1'
const MODULE = `github.com/temporalio/cli/cmd/temporal@${VERSION}`
/**
 * The SQLite driver of this version (v1.34.1) does not recover when a call is cancelled at the wrong moment: 6,000
 * calls with deadlines of a few milliseconds locked the server up; with this driver none of 24,000 did.
 */
const SQLITE = 'modernc.org/sqlite@v1.46.1'
const FOLDER = join(CACHE, 'temporal', `${VERSION}-1-${process.platform}-${process.arch}`)
const CACHED = join(FOLDER, 'temporal')
const LOG = join(ROOT, '.local/logs/temporal-install.log')
/** On two cores; measured at 230 to 260 s. */
const BUILD_TIME = 'about 4 min'

const NOT_AVAILABLE =
  'No Temporal server could be had. Any one of these helps: set TEMPORAL_ADDRESS to a running cluster; ' +
  'put the temporal CLI on PATH; let the SDK download it (internet); or install Go, ' +
  `with which it is built. What was tried: ${LOG}`

/** The version of a Temporal CLI, or null when it has no server. @param {string} path */
const readVersion = async (path) => {
  const { code, stdout } = await runCommand(path, ['--version'], { cwd: ROOT })
  const version = code === 0 ? /^temporal version (\S+) \(Server/.exec(stdout)?.[1] : null
  return version ?? null
}

/** Finds a Temporal CLI on this machine, or null. @returns {Promise<{ path: string, from: string } | null>} */
export const findTemporalCli = async () => {
  const found = findOnPath('temporal')
  const version = found && (await readVersion(found))
  if (version) return { path: found, from: `v${version}, ${found}` }
  return existsSync(CACHED) ? { path: CACHED, from: `${VERSION}, cached` } : null
}

/**
 * @param {string} draft
 * @param {AbortSignal} signal
 */
const download = async (draft, signal) => {
  const script = join(ROOT, 'ops/local/temporal/download-temporal.mjs')
  const result = await runCommand(process.execPath, [script, draft, VERSION], { cwd: ROOT, log: LOG, signal })
  if (result.code !== 0) throw new LauncherError('the download failed')
  renameSync(result.stdout.trim(), join(draft, 'temporal'))
}

/**
 * Builds the pinned version with the newer SQLite driver, or unchanged when that fails.
 * @param {string} draft
 * @param {AbortSignal} signal
 */
const buildWithGo = async (draft, signal) => {
  const env = { ...process.env, GOBIN: draft, GOWORK: 'off', GOFLAGS: '-mod=mod -trimpath', CGO_ENABLED: '0' }
  const go = async (/** @type {string[]} */ ...args) =>
    (await runCommand('go', args, { cwd: draft, env, log: LOG, signal })).code === 0
  const isBuilt =
    (await go('mod', 'init', 'local')) &&
    (await go('get', MODULE, SQLITE)) &&
    (await go('install', MODULE.replace(/@.*/, '')))
  if (isBuilt || (await go('install', MODULE))) return
  throw new LauncherError('go install failed')
}

/**
 * Downloads and builds at the same time; the first to succeed fills the cache and the other is aborted. The download
 * waits for the packages; the build takes longer and does not need them.
 * @param {Promise<void>} packages
 * @param {AbortSignal} outer
 * @param {(text: string) => void} progress
 */
const obtain = async (packages, outer, progress) => {
  const settled = new AbortController()
  const signal = AbortSignal.any([outer, settled.signal])
  const way = (/** @type {typeof download} */ get) =>
    createFolderAtomic(FOLDER, (draft) => get(draft, signal))
  const isGoThere = findOnPath('go') !== null
  const ways = [way(buildWithGo), packages.then(() => way(download))]
  progress(isGoThere ? `downloading, and compiling with Go meanwhile (${BUILD_TIME})` : 'downloading')
  ways[1]?.catch(() => progress(`no download here: compiling with Go (${BUILD_TIME}, once)`))
  try {
    await Promise.any(ways)
  } catch {
    throw outer.aborted ? new InterruptedError() : new LauncherError(NOT_AVAILABLE)
  } finally {
    settled.abort()
    await Promise.allSettled(ways)
  }
}

/**
 * Finds, downloads or builds a Temporal CLI, which contains the server. @returns its path
 * @param {(text: string) => void} note
 * @param {Promise<void>} packages settles when the packages are installed
 * @param {AbortSignal} signal
 * @param {(text: string) => void} progress
 * @throws {LauncherError} with instructions when none of these works
 */
export const ensureTemporalCli = async (note, packages, signal, progress) => {
  const present = await findTemporalCli()
  if (present) {
    note(present.from)
    return present.path
  }
  await obtain(packages, signal, progress)
  note(`${VERSION}, now cached in ${CACHE}`)
  return CACHED
}
