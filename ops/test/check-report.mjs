import { join } from 'node:path'
import { InterruptedError } from '../local/launcher-error.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, retried?: string[] }} Counts `retried`: names of tests
 * @typedef {Counts & { name: string, ms: number }} Outcome
 * @typedef {{ counts: Counts, output: string }} CheckResult
 */

const ONE_PASSED = { passed: 1, failed: 0 }
const ONE_FAILED = { passed: 0, failed: 1 }

/** Collects the results of the checks of one run. */
export class CheckReport {
  /** @type {Outcome[]} */
  outcomes = []

  /** @param {import('../local/session/session.mjs').Session} session */
  constructor(session) {
    this.session = session
  }

  /**
   * Runs a check. An error fails that check and not the run.
   * @param {string} name
   * @param {() => Promise<CheckResult>} work
   * @returns {Promise<boolean>} true when nothing failed
   */
  async check(name, work) {
    const startedAt = Date.now()
    const { counts, output } = await toCheckResult(work)
    const ms = Date.now() - startedAt
    this.outcomes.push({ name, ms, ...counts })
    this.#print(name, counts, ms)
    if (counts.failed > 0) this.session.screen.line(`\n${output.trimEnd()}\n`)
    return counts.failed === 0
  }

  /** Prints the results of all checks again, because the output of failed ones is long. */
  printSummary() {
    for (const { name, ms, ...counts } of this.outcomes) this.#print(name, counts, ms)
  }

  /** Names the tests that passed only on their second try. */
  printRetried() {
    const retried = this.outcomes.flatMap((outcome) => outcome.retried ?? [])
    if (retried.length === 0) return
    this.session.screen.line(`\nPassed only on the second try: ${retried.length}`)
    for (const name of retried) this.session.screen.line(`  ${name}`)
  }

  /** @param {string} name @param {Counts} counts @param {number} ms */
  #print(name, counts, ms) {
    this.session.screen.result(counts.failed > 0 ? '✗' : '✓', name, formatCounts(counts), ms)
  }

  get totals() {
    const sum = (/** @type {'passed' | 'failed'} */ key) =>
      this.outcomes.reduce((all, one) => all + one[key], 0)
    return { passed: sum('passed'), failed: sum('failed') }
  }
}

/** @param {Counts} counts */
const formatCounts = ({ passed, failed, skipped = 0, retried = [] }) =>
  [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(retried.length > 0 ? [`${retried.length} on the second try`] : []),
  ].join(', ')

/** @param {() => Promise<CheckResult>} work @returns {Promise<CheckResult>} */
const toCheckResult = async (work) => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InterruptedError) throw error
    return {
      counts: ONE_FAILED,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

/**
 * Runs a command as a check, which passes when the command exits with 0.
 * @param {import('../local/session/session.mjs').Session} session
 * @param {string[]} args of node
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<CheckResult>}
 */
export const runCommandCheck = async (session, args, env = process.env) => {
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: ROOT,
    env,
    signal: session.signal,
  })
  return { counts: code === 0 ? ONE_PASSED : ONE_FAILED, output }
}

/** @param {import('../local/session/session.mjs').Session} session @param {string} name */
export const reportFile = (session, name) => join(session.stateDir, 'reports', `${name}.json`)
