import { expect, it } from 'vitest'
import { LauncherError } from '../launcher-error.mjs'
import { parseOptions } from './options.mjs'

it('takes a port, a reset and the mode', () => {
  expect(parseOptions([])).toEqual({ port: 3000, isReset: false, isDevelopment: false })
  expect(parseOptions(['--port', '8080', '--reset'])).toMatchObject({ port: 8080, isReset: true })
  expect(parseOptions(['--help'])).toBeNull()
})

it.each([[['--prot', '1']], [['--port', '0']], [['--port', '70000']], [['--port', 'web']], [['extra']]])(
  'refuses %j in a sentence',
  (args) => expect(() => parseOptions(args)).toThrow(LauncherError),
)
