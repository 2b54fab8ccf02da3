import { BIOME, KNIP, TSC } from '../local/package-binaries.mjs'
import { runCommandCheck } from './check-report.mjs'

/** @typedef {import('./check-report.mjs').CheckReport} Report */

/**
 * Types, lint, format, import rules and dead code.
 * @param {Report} report
 * @returns {Record<string, () => Promise<boolean>>}
 */
export const staticChecks = (report) => {
  const { session } = report
  return {
    types: () => report.check('types', () => runCommandCheck(session, [TSC, '--noEmit', '-p', 'ops/check'])),
    'ops-types': () =>
      report.check('types of ops', () => runCommandCheck(session, [TSC, '--noEmit', '-p', 'ops'])),
    lint: () =>
      report.check('lint and format', () => runCommandCheck(session, [BIOME, 'ci', '--colors=off'])),
    imports: () => report.check('import rules', () => runCommandCheck(session, ['ops/check/imports.mjs'])),
    'dead-code': () => report.check('dead code', () => runCommandCheck(session, [KNIP, '--no-progress'])),
  }
}
