import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { EXPORTS } from './testing/plan-file'

const folder = mkdtempSync(join(tmpdir(), 'import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    ...['--import', 'tsx', join(import.meta.dirname, 'main.ts')],
    ...args,
  ])
  return { status, stdout: stdout.toString(), stderr: stderr.toString() }
}

it('--dry-run tells how the file is read, its first orders, sums and all rejections', () => {
  const { status, stdout } = run(join(EXPORTS, 'storefront.csv'), '--dry-run')
  expect(status).toBe(1)
  for (const text of [
    'Read as UTF-8, separated by commas.',
    'Mapping: ops/import/mappings/storefront.json',
    "Names as they are read: Kim Park · Sean O'Neil",
    '#1001 (lines 2 and 3)',
    '2 orders of 2 lines, 1,335.00 USD in all (133500 in the smallest unit).',
    '1 order, since Financial Status is "voided": #1004 (line 6)',
    '#1003 (line 5): there is no e-mail address',
    '#1005 (line 7): a line has no SKU',
  ])
    expect(stdout).toContain(text)
})

it('a file in a currency that the shop does not take is one sentence before the first order', () => {
  const { status, stderr } = run(
    join(EXPORTS, 'shift-jis.csv'),
    '--url',
    'http://127.0.0.1:1',
    '--token',
    'x',
  )
  expect(status).toBe(1)
  expect(stderr).toBe('shift-jis.csv is in JPY, and the shop takes USD only: nothing can be placed.\n')
})

it('a file that no mapping fits is one sentence, without the control characters of its name and content', () => {
  const path = join(folder, 'a\u001b[31m.csv')
  writeFileSync(path, 'x,y\u202e\n1,2\n')
  const { status, stderr } = run(path)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^No mapping fits .*--propose.*\.\n$/)
  expect(stderr.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u)
})

it.each([
  [
    'a spreadsheet',
    Buffer.from('504b0304140006001b5b324a', 'hex'),
    /^a\.csv is no table of text but .*xlsx.*\.\n$/,
  ],
  [
    'an unknown encoding',
    Buffer.from('Stra\xe1e;J\x94rg\n', 'latin1'),
    /^a\.csv is not UTF-8, and neither .*\.\n$/,
  ],
  [
    'control characters',
    Buffer.from('a,b\n\u001b[2J,\u009b31m\n'),
    /^a\.csv is not UTF-8|^a\.csv is no table.*\.\n$/,
  ],
  ['an empty file', Buffer.from(''), /^a\.csv is empty\.\n$/],
])('%s is one sentence and exit code 1, also where no mapping is named', (_, bytes, message) => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, bytes)
  const { status, stderr } = run(path)
  expect(status).toBe(1)
  expect(stderr).toMatch(message)
  expect(stderr.trimEnd()).not.toMatch(/\p{Cc}/u)
})

it('--help prints what the options mean', () => {
  const { status, stdout } = run('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('--propose')
})
