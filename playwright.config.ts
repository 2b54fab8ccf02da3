import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Describes the stack of `npm test`, or else the running demo. */
const stackFile = process.env.STACK_JSON ?? '.local/demo.json'
const stack: { url: string } | null = existsSync(stackFile)
  ? JSON.parse(readFileSync(stackFile, 'utf8'))
  : null
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.local/test/playwright',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // A failed test is repeated once, and `npm test` names it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_REPORT
    ? [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_REPORT }]]
    : 'list',
  use: {
    baseURL: stack?.url,
    // Recording every first try would slow all tests down.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'shared', testIgnore: 'serial/**' },
    // Tests that stop a process or need the whole machine: `npm test` runs them alone, after all others.
    { name: 'serial', testMatch: 'serial/**', fullyParallel: false, workers: 1 },
  ],
})
