import { join } from 'node:path'
import { LOCAL } from '../local/paths.mjs'
import { ensureBrowser } from './ensure-browser.mjs'

/**
 * Starts Chromium; the caller closes it.
 * @returns {Promise<import('@playwright/test').Browser>}
 * @throws {import('../local/launcher-error.mjs').LauncherError} when there is no browser and none can be installed
 */
export const launchBrowser = async () => {
  const { chromium } = await import('@playwright/test')
  const { signal } = new AbortController()
  const executablePath = await ensureBrowser(() => {}, signal, join(LOCAL, 'logs/browser.log'))
  // Chromium's sandbox refuses to run as root.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}
