import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENV_SCHEMA } from './app/_server/platform/env-schema'
import { VARIABLES } from './temporal/worker/env'

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const TABLE = README.slice(README.indexOf('## Configuration'), README.indexOf('## API'))

/** Variables that libraries of Temporal and OpenTelemetry read, or that the commands set. */
const isExternal = (name: string): boolean =>
  /^(TEMPORAL_(ADDRESS|NAMESPACE|API_KEY|TLS)|OTEL_)/.test(name) || name === 'NODE_ENV'

/** Variables that the table lists for a process. */
const listed = (process: string): string[] =>
  TABLE.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , processes]) => processes?.split(', ').includes(process))
    .flatMap(([, names]) => names?.match(/[A-Z][A-Z_]+/g) ?? [])

const own = (names: string[]): string[] => names.filter((name) => !isExternal(name)).sort()

describe('the README', () => {
  it.each([
    ['web', Object.keys(ENV_SCHEMA.shape)],
    ['worker', Object.keys(VARIABLES.shape)],
  ])('lists every variable of the %s and no other', (process, variables) => {
    expect(own(listed(process))).toEqual(own(variables))
  })

  it('links only to existing pictures and pages', () => {
    const files = [...README.matchAll(/(?:\]\(|src(?:set)?=")((?!http)[^)"]+)/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(() => readFileSync(new URL(file, import.meta.url)), file).not.toThrow()
  })

  it('names only existing files and folders', () => {
    const paths =
      README.match(/(?<=`)(?:app|components|db|docs|e2e|findings|ops|temporal)\/[^`<]+(?=`)/g) ?? []
    expect(paths.length).toBeGreaterThan(30)
    expect(paths.filter((path) => !existsSync(new URL(path, import.meta.url)))).toEqual([])
  })
})
