import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readJson } from '../local/files.mjs'
import { VITEST } from '../local/package-binaries.mjs'
import { ROOT } from '../local/paths.mjs'
import { runCommand } from '../local/process/run-command.mjs'
import { countPlaywrightResults } from './run-playwright.mjs'
import { countVitestResults } from './run-vitest.mjs'

it('counts a test file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'failed', assertionResults: [] },
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [{ status: 'failed', failureMessages: ['no'] }],
      },
    ],
  }
  expect(countVitestResults(report, 1)).toEqual({ passed: 4, failed: 2, skipped: 2, retried: [] })
})

it('names the tests that passed only when they were repeated', () => {
  const specs = [
    { file: 'http/a.spec.ts', title: 'waits', tests: [{ status: 'flaky' }] },
    { file: 'http/a.spec.ts', title: 'ends', tests: [{ status: 'expected' }] },
  ]
  const suites = [{ specs: [], suites: [{ specs }] }]
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countPlaywrightResults({ stats, suites }, 1)).toMatchObject({
    passed: 6,
    failed: 1,
    retried: ['e2e/http/a.spec.ts › waits'],
  })
})

it('names a test that vitest had to repeat', { timeout: 30_000 }, async () => {
  const root = mkdtempSync(join(ROOT, '.local/retry-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(
    join(root, 'a.test.mjs'),
    `import { expect, it } from 'vitest'
     let tries = 0
     it('passes at once', () => {})
     it('passes on the second try', () => expect(++tries).toBe(2))`,
  )
  writeFileSync(join(root, 'vitest.config.mjs'), 'export default { test: { retry: 1 } }')
  const file = join(root, 'report.json')
  const args = ['run', `--root=${root}`, '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runCommand(process.execPath, [VITEST, ...args], { cwd: ROOT })
  expect(countVitestResults(readJson(file), code)).toEqual({
    passed: 2,
    failed: 0,
    skipped: 0,
    retried: [expect.stringMatching(/a\.test\.mjs › passes on the second try$/)],
  })
})

it('fails a run without tests, without a report, or with an unexplained exit code', () => {
  expect(countVitestResults(null, 0).failed).toBe(1)
  expect(countVitestResults({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1)
  expect(countPlaywrightResults(null, 0).failed).toBe(1)
  expect(countPlaywrightResults({ stats: { expected: 3 } }, 1).failed).toBe(1)
})
