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
 * `npm test`: every check of the repository against real parts of its own, and one last line that counts them.
 * `npm test -- unit e2e` runs only those; what follows another `--` goes to their runner as filters.
 */
const session = new Session(join(LOCAL, 'test'))
const report = new CheckReport(session)

const choose = () => {
  const args = process.argv.slice(2)
  const at = args.includes('--') ? args.indexOf('--') : args.length
  const names = args.slice(0, at)
  const unknown = names.find((name) => !CHECKS.includes(name))
  if (unknown) throw new LauncherError(`There is no check ${unknown}; there are ${CHECKS.join(', ')}.`)
  return { names: names.length > 0 ? names : CHECKS, filters: args.slice(at + 1) }
}

const test = async () => {
  const { names, filters } = choose()
  await session.open('Another npm test runs in this folder (process PID).')
  resetState(session.stateDir)
  for (const name of ['e2e', 'reports'])
    rmSync(join(session.stateDir, name), { recursive: true, force: true })
  await runChecks(report, { names, filters })
  return report.totals.failed === 0 && report.totals.passed > 0 ? 0 : 1
}

await runSession(session, test, (isWhole) => {
  const { passed, failed } = report.totals
  // A run that was broken off or could not start has failed, whatever it had counted until then.
  const isMissing = failed === 0 && (!isWhole || passed === 0)
  if (isMissing) process.exitCode = 1
  if (failed > 0) report.printSummary()
  session.screen.line(`\n${passed} passed, ${isMissing ? 1 : failed} failed`)
})
