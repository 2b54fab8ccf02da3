import { join } from 'node:path'
import { InterruptedError } from '../local/launcher-error.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, repeated?: number }} Counts
 * @typedef {Counts & { name: string, ms: number }} Outcome
 * @typedef {{ counts: Counts, output: string }} CheckResult
 */

const ONE_PASSED = { passed: 1, failed: 0 }
const ONE_FAILED = { passed: 0, failed: 1 }

/** Collects what the checks of one run found. */
export class CheckReport {
  /** @type {Outcome[]} */
  outcomes = []

  /** @param {import('../local/session/session.mjs').Session} session */
  constructor(session) {
    this.session = session
  }

  /**
   * Runs a check; whatever it throws is a failure of that check, not of the run.
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

  /** Every check once more in one place, since the output of failed ones is long. */
  printSummary() {
    for (const { name, ms, ...counts } of this.outcomes) this.#print(name, counts, ms)
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
const formatCounts = ({ passed, failed, skipped = 0, repeated = 0 }) =>
  [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(repeated > 0 ? [`${repeated} of them repeated`] : []),
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
 * A check that is a command: one passed when it exits with 0.
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
