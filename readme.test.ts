import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENV_SCHEMA } from './app/_server/platform/env-schema'
import { VARIABLES } from './temporal/worker/env'

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const TABLE = README.slice(README.indexOf('## Configuration'), README.indexOf('## API'))

/** Read by Temporal's and OpenTelemetry's own libraries, or set by the commands themselves. */
const isOthers = (name: string): boolean =>
  /^(TEMPORAL_(ADDRESS|NAMESPACE|API_KEY|TLS)|OTEL_)/.test(name) || name === 'NODE_ENV'

/** The variables that the table says are for `part`. */
const told = (part: string): string[] =>
  TABLE.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , parts]) => parts?.split(', ').includes(part))
    .flatMap(([, names]) => names?.match(/[A-Z][A-Z_]+/g) ?? [])

const own = (names: string[]): string[] => names.filter((name) => !isOthers(name)).sort()

describe('the README', () => {
  it.each([
    ['web', Object.keys(ENV_SCHEMA.shape)],
    ['worker', Object.keys(VARIABLES.shape)],
  ])('names every variable of the %s and no other', (part, variables) => {
    expect(own(told(part))).toEqual(own(variables))
  })

  it('shows only pictures and pages that are there', () => {
    const files = [...README.matchAll(/(?:\]\(|src(?:set)?=")((?!http)[^)"]+)/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(() => readFileSync(new URL(file, import.meta.url)), file).not.toThrow()
  })
})
