import { ROOT } from '../stack/paths.mjs'
import { readGraph } from './module-graph.mjs'
import { judge } from './rules.mjs'

/** `node ops/check/imports.mjs`: prints every import rule with what breaks it; exit code 1 when one is broken. */

const PLACES = ['app', 'components', 'db', 'e2e', 'ops', 'temporal', 'proxy.ts', 'instrumentation.ts']

const results = judge(readGraph(ROOT, PLACES))
for (const { name, breaches } of results) {
  console.log(`${breaches.length === 0 ? '✓' : '✗'} ${name}`)
  for (const breach of breaches) console.log(`    ${breach}`)
}
process.exitCode = results.some(({ breaches }) => breaches.length > 0) ? 1 : 0
