import { ROOT } from '../local/paths.mjs'
import { readGraph } from './module-graph.mjs'
import { checkRules } from './rules.mjs'

/** `node ops/check/imports.mjs`: prints every rule with its violations; exit code 1 when there is one. */

const PLACES = ['app', 'components', 'db', 'e2e', 'ops', 'temporal', 'proxy.ts', 'instrumentation.ts']

const results = checkRules(readGraph(ROOT, PLACES))
for (const { name, violations } of results) {
  console.log(`${violations.length === 0 ? '✓' : '✗'} ${name}`)
  for (const violation of violations) console.log(`    ${violation}`)
}
process.exitCode = results.some(({ violations }) => violations.length > 0) ? 1 : 0
