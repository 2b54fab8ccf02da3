import { expect, it } from 'vitest'
import { countPlaywrightResults } from './run-playwright.mjs'
import { countVitestResults } from './run-vitest.mjs'

it('counts a test file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  }
  expect(countVitestResults(report, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 })
})

it('tells a test that passed only when repeated apart', () => {
  expect(
    countPlaywrightResults({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }, 1),
  ).toMatchObject({ passed: 6, failed: 1, repeated: 1 })
})

it('never lets a run pass that ran nothing, left no report, or ended badly for another reason', () => {
  expect(countVitestResults(null, 0).failed).toBe(1)
  expect(countVitestResults({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1)
  expect(countPlaywrightResults(null, 0).failed).toBe(1)
  expect(countPlaywrightResults({ stats: { expected: 3 } }, 1).failed).toBe(1)
})
