import { join } from 'node:path'
import { ensureBrowser } from '../browser/ensure-browser.mjs'
import { buildWeb, buildWorkflows } from '../local/app/build-app.mjs'
import { prepare } from '../local/prepare.mjs'
import { startServices } from '../local/start-services.mjs'
import { runE2e } from './run-e2e.mjs'
import { runVitest } from './run-vitest.mjs'
import { staticChecks } from './static-checks.mjs'

/** @typedef {import('./check-report.mjs').CheckReport} Report */

const STATIC = ['types', 'ops-types', 'lint', 'imports', 'dead-code']
export const CHECKS = [...STATIC, 'unit', 'build', 'e2e']
const DIST = '.next-test'
const PASSWORD = 'test'

/**
 * Builds the workflow bundle and the web; each build is one check.
 * @param {Report} report
 */
const build = async (report) => {
  const { session } = report
  const bundle = join(session.stateDir, 'build/workflow-bundle.js')
  const options = { stateDir: session.stateDir, distDir: DIST, bundle, signal: session.signal }
  const asCheck = (/** @type {typeof buildWeb} */ make) => async () => {
    await make(() => {}, options)
    return { counts: { passed: 1, failed: 0 }, output: '' }
  }
  const done = await Promise.all([
    report.check('workflow bundle', asCheck(buildWorkflows)),
    report.check('web build', asCheck(buildWeb)),
  ])
  return { isBuilt: done.every(Boolean), distDir: DIST, bundle }
}

/**
 * Runs the chosen checks: static checks and builds at the same time, then unit and end-to-end tests one after the
 * other, because both use all cores.
 * @param {Report} report
 * @param {{ names: readonly string[], filters: string[] }} choice
 */
export const runChecks = async (report, { names, filters }) => {
  const { session } = report
  const wants = (/** @type {string} */ name) => names.includes(name)
  const needsServices = wants('unit') || wants('e2e')
  const { cli } = await prepare(session, { needsTemporal: needsServices })
  const log = join(session.stateDir, 'logs/browser.log')
  const browser = wants('e2e')
    ? session.screen.step('browser', (note) => ensureBrowser(note, session.signal, log))
    : Promise.resolve('')
  browser.catch(() => {})
  const builds = wants('build') || wants('e2e') ? build(report) : null
  const checks = staticChecks(report)
  await Promise.all(STATIC.filter(wants).map((name) => checks[name]?.()))
  const built = await builds
  if (!needsServices) return
  const services = await startServices(session, { outside: {}, password: PASSWORD, cli, isThrowaway: true })
  if (wants('unit')) await report.check('unit tests', () => runVitest(session, services, filters))
  if (wants('e2e') && built?.isBuilt) {
    await runE2e(report, { services, ...built, browser: await browser, filters })
  }
}
