import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acquireLock } from './lock.mjs'
import { identify } from './process-identity.mjs'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'a.lock')

it('returns the owner to the second caller, and is free after release', () => {
  const file = newFile()
  const first = acquireLock(file)
  expect(acquireLock(file)).toEqual({ owner: identify(process.pid) })
  if ('release' in first) first.release()
  expect(acquireLock(file)).toHaveProperty('release')
})

it('takes over a lock whose owner has ended, even when its process id was reused', () => {
  const file = newFile()
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }))
  expect(acquireLock(file)).toHaveProperty('release')
})
