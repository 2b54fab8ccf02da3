import { BIOME, KNIP, TSC } from '../stack/tools.mjs'
import { command } from './checks.mjs'

/** @typedef {import('./checks.mjs').Report} Report */

/** Import rules count one by one, so that the report says how many there are. */
const RULES = 'ops/check/imports.mjs'

/**
 * Types, lint, format, import rules and dead code.
 * @param {Report} report
 * @returns {Record<string, () => Promise<boolean>>}
 */
export const staticChecks = (report) => {
  const { session } = report
  return {
    types: () => report.check('types', () => command(session, [TSC, '--noEmit', '-p', 'ops/check'])),
    'ops-types': () => report.check('types of ops', () => command(session, [TSC, '--noEmit', '-p', 'ops'])),
    lint: () => report.check('lint and format', () => command(session, [BIOME, 'ci', '--colors=off'])),
    imports: () => report.check('import rules', () => command(session, [RULES])),
    'dead-code': () => report.check('dead code', () => command(session, [KNIP, '--no-progress'])),
  }
}
