import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { LOCAL, ROOT } from '../paths.mjs'
import { sourceHash } from './source-hash.mjs'

it('changes when a source is edited, added or removed, but not when a test is', () => {
  mkdirSync(LOCAL, { recursive: true })
  const folder = mkdtempSync(join(LOCAL, 'hash-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const hash = () => sourceHash([relative(ROOT, folder)])
  /** @param {string} name @param {string} text */
  const write = (name, text) => writeFileSync(join(folder, name), text)

  write('a.ts', '1')
  const first = hash()
  write('a.test.ts', '1')
  expect(hash()).toBe(first)
  write('a.ts', '2')
  const second = hash()
  expect(second).not.toBe(first)
  write('b.ts', '')
  expect(hash()).not.toBe(second)
  rmSync(join(folder, 'b.ts'))
  expect(hash()).toBe(second)
})
