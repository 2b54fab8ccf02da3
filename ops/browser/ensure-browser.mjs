import { existsSync, readFileSync } from 'node:fs'
import { LauncherError } from '../local/launcher-error.mjs'
import { PLAYWRIGHT } from '../local/package-binaries.mjs'
import { ROOT } from '../local/paths.mjs'
import { findOnPath } from '../local/process/find-on-path.mjs'
import { runCommand } from '../local/process/run-command.mjs'

// The shell draws the same pages as the whole browser in half the time.
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium']
const NAMES = [...DEBIAN_PACKAGES, 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** Playwright's own browser, if it is installed. */
const findPlaywrightBrowser = async () => {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

const findSystemBrowser = () => {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named))
    throw new LauncherError(`CHROMIUM_PATH names ${named}, which is not there.`)
  return named || NAMES.map(findOnPath).find(Boolean) || (existsSync(MAC) ? MAC : null)
}

const isDebianRoot = () => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return (
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8')) && findOnPath('apt-get') !== null
  )
}

/** @param {AbortSignal} signal @param {string} log */
const install = async (signal, log) => {
  const run = (/** @type {string} */ command, /** @type {string[]} */ args, env = process.env) =>
    runCommand(command, args, { cwd: ROOT, env, log, signal })
  if (isDebianRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], env)
    for (const name of DEBIAN_PACKAGES) {
      await run('apt-get', ['install', '--yes', '--no-install-recommends', name], env)
      if (findOnPath(name)) return
    }
  }
  await run(process.execPath, [PLAYWRIGHT, 'install', 'chromium'])
}

/**
 * Finds or installs a Chromium: Playwright's own, another installed one, or one that it installs.
 * @returns its path
 * @param {(text: string) => void} note
 * @param {AbortSignal} signal
 * @param {string} log
 * @throws {LauncherError} when none is found or installed
 */
export const ensureBrowser = async (note, signal, log) => {
  const find = async () => (await findPlaywrightBrowser()) ?? findSystemBrowser()
  const present = await find()
  if (!present) await install(signal, log)
  const path = present ?? (await find())
  if (!path)
    throw new LauncherError(
      `No browser could be had: install Chromium or set CHROMIUM_PATH. What was tried: ${log}`,
    )
  note(path)
  return path
}
