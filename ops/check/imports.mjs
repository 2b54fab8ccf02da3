import { ROOT } from '../local/paths.mjs'
import { readGraph } from './module-graph.mjs'
import { printResults } from './print-results.mjs'
import { checkRules } from './rules.mjs'

/** `node ops/check/imports.mjs`: prints every import rule with its violations; exit code 1 when there is one. */

const PLACES = ['app', 'components', 'db', 'e2e', 'ops', 'temporal', 'proxy.ts', 'instrumentation.ts']

printResults(checkRules(readGraph(ROOT, PLACES)))
