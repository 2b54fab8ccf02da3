import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { parseOptions, USAGE } from './options'

const folder = mkdtempSync(join(tmpdir(), 'options-'))
afterAll(() => rmSync(folder, { recursive: true }))
const stack = join(folder, 'demo.json')
writeFileSync(
  stack,
  JSON.stringify({
    url: 'http://127.0.0.1:3000',
    accounts: [
      { role: 'agent', apiToken: 'no' },
      { role: 'import', apiToken: 'yes' },
    ],
  }),
)

it('reads url and the token of the role import from the stack file', () => {
  const options = parseOptions(['orders.txt', '--stack', stack])
  expect(options).toMatchObject({
    mapping: null,
    mode: 'import',
    window: 20,
    rejects: '.local/import/orders.txt.rejects.csv',
  })
  expect(options?.resolveApi()).toEqual({ url: 'http://127.0.0.1:3000', token: 'yes' })
})

it('puts the rejects of a file of rejects beside those of the first file', () => {
  expect(parseOptions(['a/orders.csv.rejects-2.csv'])?.rejects).toBe('.local/import/orders.csv.rejects.csv')
})

it('needs no product for a dry run', () => {
  expect(parseOptions(['a.csv', '--dry-run', '--stack', '/nowhere'])).toMatchObject({ mode: 'dry-run' })
  expect(() => parseOptions(['a.csv', '--stack', '/nowhere'])?.resolveApi()).toThrow('npm run demo')
})

it('answers --help', () => {
  expect(parseOptions(['--help'])).toBeNull()
  for (const option of ['--dry-run', '--propose', '--encoding', '--same-rows-are'])
    expect(USAGE).toContain(option)
})

it.each([
  [[], 'Give one file'],
  [['a', 'b'], 'Give one file'],
  [['a', '--window', '0'], '--window must be'],
  [['a', '--window', '1e2'], '--window must be'],
  [['a', '--window', 'many'], '--window must be'],
  [['a', '--url', 'http://x'], 'Give --url and --token together'],
  [['a', '--same-rows-are', 'old'], '--same-rows-are must be'],
  [['a', '--dry-run', '--propose'], 'Give --dry-run or --propose'],
  [['a', '--no-such'], '--no-such'],
])('refuses %j', (argv, message) => {
  expect(() => parseOptions(argv)).toThrow(message)
})
