import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acquireLock } from './lock.mjs'
import { identify } from './process-identity.mjs'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'a.lock')

it('names the owner to whoever comes second, and is free again once released', () => {
  const file = newFile()
  const first = acquireLock(file)
  expect(acquireLock(file)).toEqual({ claimedBy: identify(process.pid) })
  if ('release' in first) first.release()
  expect(acquireLock(file)).toHaveProperty('release')
})

it('is taken over from an owner that is gone, also where its id was given to another process', () => {
  const file = newFile()
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }))
  expect(acquireLock(file)).toHaveProperty('release')
})
