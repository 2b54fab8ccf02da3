import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../local/files.mjs'
import { PLAYWRIGHT } from '../local/package-binaries.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'
import { reportFile } from './check-report.mjs'

/** A test that hangs must not hang the run. */
const TIMEOUT_MS = 20 * 60_000

/**
 * What Playwright's JSON report counts. A test that passed only when repeated counts once, and is told apart.
 * @param {any} report
 * @param {number} code
 * @param {boolean} [mayBeEmpty] a filter may leave nothing to run
 * @returns {import('./check-report.mjs').Counts}
 */
export const countPlaywrightResults = (report, code, mayBeEmpty = false) => {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const passed = expected + flaky
  const failed = unexpected + (report?.errors?.length ?? 0)
  const isUnexplained = failed === 0 && (code !== 0 || (passed === 0 && !mayBeEmpty))
  return { passed, failed: isUnexplained ? 1 : failed, skipped, repeated: flaky }
}

/**
 * HTTP and browser tests of one project against the running stack that `stackFile` describes.
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
