import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: at('./') },
      // Throws outside Next; a test counts as a server.
      { find: /^server-only$/, replacement: at('./node_modules/server-only/empty.js') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,components,db,ops,temporal}/**/*.test.{ts,tsx,mjs}', '*.test.ts'],
    globalSetup: ['ops/test/vitest-global-setup.mjs'],
    // Temporal's native runtime exists once per process.
    pool: 'forks',
    // The default leaves one core idle: on two cores only one file would run at a time.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    // Real servers on a busy machine: a failed test is repeated once, and `npm test` names it.
    retry: 1,
  },
})
