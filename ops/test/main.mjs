import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { LauncherError } from '../local/launcher-error.mjs'
import { LOCAL } from '../local/paths.mjs'
import { resetState } from '../local/reset-state.mjs'
import { runSession } from '../local/session/run-session.mjs'
import { Session } from '../local/session/session.mjs'
import { CheckReport } from './check-report.mjs'
import { CHECKS, runChecks } from './run-checks.mjs'

/**
 * `npm test`: runs every check of the repository on its own Postgres and Temporal. The last line counts them; the
 * lines before it name the tests that passed only on their second try.
 * `npm test -- unit e2e` runs only these checks; arguments after another `--` are filters for their runner.
 */
const session = new Session(join(LOCAL, 'test'))
const report = new CheckReport(session)

const parseArguments = () => {
  const args = process.argv.slice(2)
  const at = args.includes('--') ? args.indexOf('--') : args.length
  const names = args.slice(0, at)
  const unknown = names.find((name) => !CHECKS.includes(name))
  if (unknown) throw new LauncherError(`There is no check ${unknown}; there are ${CHECKS.join(', ')}.`)
  return { names: names.length > 0 ? names : CHECKS, filters: args.slice(at + 1) }
}

const test = async () => {
  const { names, filters } = parseArguments()
  await session.open('Another npm test runs in this folder (process PID).')
  resetState(session.stateDir)
  for (const name of ['e2e', 'reports'])
    rmSync(join(session.stateDir, name), { recursive: true, force: true })
  await runChecks(report, { names, filters })
  return report.totals.failed === 0 && report.totals.passed > 0 ? 0 : 1
}

await runSession(session, test, (isComplete) => {
  const { passed, failed } = report.totals
  // An interrupted run, or one that could not start, has failed whatever it has counted.
  const isMissing = failed === 0 && (!isComplete || passed === 0)
  if (isMissing) process.exitCode = 1
  if (failed > 0) report.printSummary()
  report.printRetried()
  session.screen.line(`\n${passed} passed, ${isMissing ? 1 : failed} failed`)
})
