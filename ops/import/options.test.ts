import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { parseOptions } from './options'

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
  expect(parseOptions(['orders.txt', '--stack', stack])).toMatchObject({
    url: 'http://127.0.0.1:3000',
    token: 'yes',
    window: 20,
    rejects: '.local/import/orders.txt.rejects.csv',
  })
})

it('chooses the shipped mapping by the extension of the file', () => {
  expect(parseOptions(['a.csv', '--stack', stack]).mapping).toMatch(/orders-csv\.json$/)
  expect(parseOptions(['a.txt', '--stack', stack]).mapping).toMatch(/cdnow\.json$/)
  expect(parseOptions(['a.txt', '--stack', stack, '--mapping', 'm.json']).mapping).toBe('m.json')
})

it.each([
  [[], 'Give one file'],
  [['a', 'b'], 'Give one file'],
  [['a', '--window', '0'], '--window must be'],
  [['a', '--window', 'many'], '--window must be'],
  [['a', '--url', 'http://x'], 'Give --url and --token together'],
  [['a', '--stack', '/nowhere'], 'npm run demo'],
  [['a', '--no-such'], '--no-such'],
])('refuses %j', (argv, message) => {
  expect(() => parseOptions(argv)).toThrow(message)
})
