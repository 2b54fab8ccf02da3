import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { installFuzzer } from './fuzzer.mjs'

afterEach(() => vi.unstubAllEnvs())

it('says in one sentence that there is no Python', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'fuzz-'))
  vi.stubEnv('PATH', empty)
  expect(await installFuzzer(empty)).toEqual({
    missing: 'Nothing was fuzzed: there is no Python 3 on this machine.',
  })
})
