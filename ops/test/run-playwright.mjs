import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../local/files.mjs'
import { PLAYWRIGHT } from '../local/package-binaries.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'
import { reportFile } from './check-report.mjs'

/** Ends a run in which a test hangs. */
const TIMEOUT_MS = 40 * 60_000

/**
 * @typedef {{ file: string, title: string, tests: { status: string }[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/** Names of the tests that passed only when they were repeated. @param {PlaywrightSuite} suite @returns {string[]} */
const listRetried = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `e2e/${file} › ${title}`),
  ...suites.flatMap(listRetried),
]

/**
 * Counts the results of Playwright's JSON report. A test that passed only when it was repeated counts as passed.
 * @param {any} report
 * @param {number} code exit code of Playwright
 * @param {boolean} [mayBeEmpty] true when a filter may exclude every test
 * @returns {import('./check-report.mjs').Counts}
 */
export const countPlaywrightResults = (report, code, mayBeEmpty = false) => {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const passed = expected + flaky
  const failed = unexpected + (report?.errors?.length ?? 0)
  const isUnexplained = failed === 0 && (code !== 0 || (passed === 0 && !mayBeEmpty))
  return { passed, failed: isUnexplained ? 1 : failed, skipped, retried: listRetried(report ?? {}) }
}

/**
 * Runs the HTTP and browser tests of one project against the stack that `stackFile` describes.
 * @param {import('../local/session/session.mjs').Session} session
 * @param {{ project: 'shared' | 'serial', stackFile: string, browser: string, filters: string[] }} options
 * @returns {Promise<import('./check-report.mjs').CheckResult>}
 */
export const runPlaywright = async (session, { project, stackFile, browser, filters }) => {
  const file = reportFile(session, `playwright-${project}`)
  rmSync(file, { force: true })
  const env = {
    ...process.env,
    STACK_JSON: stackFile,
    PLAYWRIGHT_REPORT: file,
    CHROMIUM_PATH: browser,
    FORCE_COLOR: '0',
  }
  const log = join(session.stateDir, `logs/playwright-${project}.log`)
  const mayBeEmpty = filters.length > 0
  const args = [
    PLAYWRIGHT,
    'test',
    `--project=${project}`,
    ...(mayBeEmpty ? ['--pass-with-no-tests'] : []),
    ...filters,
  ]
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: ROOT,
    env,
    log,
    signal: session.signal,
    timeoutMs: TIMEOUT_MS,
  })
  return { counts: countPlaywrightResults(readJson(file), code, mayBeEmpty), output }
}
