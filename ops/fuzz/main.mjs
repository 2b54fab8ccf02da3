import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { readDemoFile } from '../local/demo/demo-file.mjs'
import { InterruptedError } from '../local/launcher-error.mjs'
import { LOCAL, ROOT } from '../local/paths.mjs'
import { fuzzRole } from './fuzz-role.mjs'
import { FUZZER, installFuzzer } from './fuzzer.mjs'
import { readFacts } from './read-facts.mjs'

/**
 * `npm run fuzz`: calls the running demo as its OpenAPI document says and as it forbids, as each role and as nobody.
 * It places orders and decides cases; `npm run demo -- --reset` removes them.
 */

const ROLES = ['customer', 'agent', 'supervisor', 'admin', 'import']
const NOBODY = 'nobody'
const REPORTS = join(LOCAL, 'fuzz-reports')

const { values } = parseArgs({
  options: {
    as: { type: 'string', multiple: true, default: [...ROLES, NOBODY] },
    examples: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
})

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort())

const demo = readDemoFile()
const fuzzer = await installFuzzer()
if ('missing' in fuzzer) {
  console.log(fuzzer.missing)
  process.exit(0)
}

/** @param {string} role */
const fuzz = async (role) => {
  writeFileSync(factsFile, JSON.stringify(await readFacts(demo)))
  const token = demo.accounts.find((account) => account.role === role)?.apiToken ?? null
  if (!token && role !== NOBODY) throw new Error(`The demo has no account of the role ${role}`)
  const { isClean, output } = await fuzzRole(fuzzer.program, {
    ...{ url: demo.url, token, factsFile, cwd: REPORTS, signal: stop.signal },
    ...{ examples: Number(values.examples), seed: Number(values.seed) },
  })
  const report = join(REPORTS, `${role}.txt`)
  writeFileSync(report, output)
  const cases = /(\d[\d,]*) generated/.exec(output)?.[1] ?? 'no'
  console.log(`${isClean ? '✓' : '✗'} ${role.padEnd(10)} ${cases} cases  ${relative(ROOT, report)}`)
  if (isClean) return
  console.log(output)
  process.exitCode = 1
}

mkdirSync(REPORTS, { recursive: true })
const factsFile = join(REPORTS, 'facts.json')
console.log(`${FUZZER.name} ${FUZZER.version} on ${demo.url}`)
try {
  for (const role of values.as) await fuzz(role)
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error
  process.exitCode = 1
}
