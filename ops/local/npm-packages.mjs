import { join } from 'node:path'
import { readJson } from './files.mjs'
import { LauncherError } from './launcher-error.mjs'
import { ROOT } from './paths.mjs'
import { waitForLock } from './process/lock.mjs'
import { runCommand } from './process/run-command.mjs'

const INSTALL_TIMEOUT_MS = 15 * 60_000
const LOG = join(ROOT, '.local/logs/npm.log')

/**
 * True when node_modules matches package-lock.json. npm writes its hidden lockfile last, so an interrupted
 * install never looks complete.
 */
export const arePackagesCurrent = () => {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {}
  const installed = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages
  if (!installed) return false
  const isSame = (/** @type {string} */ path) => installed[path]?.version === wanted[path].version
  const isSkipped = (/** @type {string} */ path) => wanted[path].optional && !installed[path]
  const isCovered = Object.keys(wanted).every((path) => path === '' || isSame(path) || isSkipped(path))
  return isCovered && Object.keys(installed).every((path) => wanted[path])
}

/** The npm that started this process, else the one on PATH. @returns {[string, string[]]} */
const npm = () => {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
}

/** @param {AbortSignal} signal */
const install = async (signal) => {
  const [command, args] = npm()
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn']
  const { code, output } = await runCommand(command, [...args, ...flags], { cwd: ROOT, log: LOG, signal })
  if (code !== 0)
    throw new LauncherError(
      `npm ci failed; its output is in ${LOG}:\n${output.trim().split('\n').slice(-6).join('\n')}`,
    )
}

/**
 * Installs the packages of the lockfile unless they are installed.
 * @param {(text: string) => void} note
 * @param {AbortSignal} signal
 * @throws {LauncherError} when npm fails
 */
export const ensurePackages = async (note, signal) => {
  if (arePackagesCurrent()) return note('up to date')
  // The demo and the tests may start at the same time on a bare clone, and only one may install.
  const lock = await waitForLock(join(ROOT, '.local/install.lock'), { timeoutMs: INSTALL_TIMEOUT_MS, signal })
  try {
    if (!arePackagesCurrent()) await install(signal)
    note('installed')
  } finally {
    lock.release()
  }
}
