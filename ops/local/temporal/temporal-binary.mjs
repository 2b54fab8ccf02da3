import { accessSync, constants, existsSync, renameSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createFolderAtomic } from '../files.mjs'
import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { CACHE, ROOT } from '../paths.mjs'
import { runCommand } from '../process/run-command.mjs'

/** The newest version that builds from the module proxy: later ones replace a module by a folder of their own. */
const VERSION = 'v1.5.1'
const MODULE = `github.com/temporalio/cli/cmd/temporal@${VERSION}`
/**
 * The SQLite driver that this version names (v1.34.1) never recovers when a call is broken off at the wrong moment:
 * 6,000 calls with deadlines of a few milliseconds locked the server up for good, none of 24,000 did with this one.
 */
const SQLITE = 'modernc.org/sqlite@v1.46.1'
const FOLDER = join(CACHE, 'temporal', `${VERSION}-1-${process.platform}-${process.arch}`)
const CACHED = join(FOLDER, 'temporal')
const LOG = join(ROOT, '.local/logs/temporal-install.log')

const NOT_AVAILABLE =
  'No Temporal server could be had. Any one of these helps: set TEMPORAL_ADDRESS to a running cluster; ' +
  'put the temporal CLI on PATH; let the SDK download it (internet); or install Go, ' +
  `with which it is built. What was tried: ${LOG}`

/** @param {string} name */
export const findOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    }) ?? null

/** The first word after `temporal version`, or null where this is no CLI that can serve. @param {string} path */
const readVersion = async (path) => {
  const { code, stdout } = await runCommand(path, ['--version'], { cwd: ROOT })
  const version = code === 0 ? /^temporal version (\S+) \(Server/.exec(stdout)?.[1] : null
  return version ?? null
}

/** A Temporal CLI that is on this machine already, or null. @returns {Promise<{ path: string, from: string } | null>} */
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
 * `go install` of the pinned version with a sound SQLite driver, or of the version as it is where that fails.
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
 * Whichever way comes first fills the cache; the other is stopped. The SDK's download needs the packages,
 * Go's build does not and takes longer, so it starts at once.
 * @param {Promise<void>} packages
 * @param {AbortSignal} outer
 */
const obtain = async (packages, outer) => {
  const settled = new AbortController()
  const signal = AbortSignal.any([outer, settled.signal])
  const way = (/** @type {typeof download} */ get) =>
    createFolderAtomic(FOLDER, (draft) => get(draft, signal))
  const ways = [way(buildWithGo), packages.then(() => way(download))]
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
 * Path of a Temporal CLI, which holds the server too.
 * @param {(text: string) => void} note
 * @param {Promise<void>} packages settles when the packages are there
 * @param {AbortSignal} signal
 * @throws {LauncherError} that lists the ways when none works
 */
export const ensureTemporalCli = async (note, packages, signal) => {
  const present = await findTemporalCli()
  if (present) {
    note(present.from)
    return present.path
  }
  await obtain(packages, signal)
  note(`${VERSION}, now cached in ${CACHE}`)
  return CACHED
}
