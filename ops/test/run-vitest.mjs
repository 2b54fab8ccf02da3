import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readJson } from '../local/files.mjs'
import { VITEST } from '../local/package-binaries.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'
import { reportFile } from './check-report.mjs'

/** Ends a run in which a test hangs. */
const TIMEOUT_MS = 20 * 60_000

/**
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 */

/** The tests that passed only when repeated: the report keeps their first failure. @param {VitestFile} file */
const listRetried = ({ name, assertionResults }) =>
  assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => `${relative(ROOT, name)} › ${fullName.trim()}`)

/**
 * Counts the results of vitest's JSON report. A file that could not be loaded has no tests and counts as one failure.
 * @param {any} report
 * @param {number} code exit code of vitest
 * @returns {import('./check-report.mjs').Counts}
 */
export const countVitestResults = (report, code) => {
  /** @type {VitestFile[]} */
  const files = report?.testResults ?? []
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + broken
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
  const skipped = report?.numPendingTests ?? 0
  return { passed, failed: isUnexplained ? 1 : failed, skipped, retried: files.flatMap(listRetried) }
}

/**
 * Runs the unit, workflow and database tests.
 * @param {import('../local/session/session.mjs').Session} session
 * @param {import('../local/start-services.mjs').Services} services
 * @param {string[]} filters
 * @returns {Promise<import('./check-report.mjs').CheckResult>}
 */
export const runVitest = async (session, services, filters) => {
  const file = reportFile(session, 'vitest')
  rmSync(file, { force: true })
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    TEST_DATABASE_URL: services.databaseUrl,
    TEST_TEMPORAL_ADDRESS: services.temporalAddress,
    TEST_TEMPORAL_CLI: services.temporalCli ?? '',
  }
  const log = join(session.stateDir, 'logs/vitest.log')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [VITEST, 'run', ...reporters, ...filters]
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: ROOT,
    env,
    log,
    signal: session.signal,
    timeoutMs: TIMEOUT_MS,
  })
  return { counts: countVitestResults(readJson(file), code), output }
}
