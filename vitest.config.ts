import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: at('./') },
      // Throws outside Next by design; a test is as good a server as Next is.
      { find: /^server-only$/, replacement: at('./node_modules/server-only/empty.js') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,components,db,ops,temporal}/**/*.test.{ts,tsx,mjs}', '*.test.ts'],
    globalSetup: ['ops/test/vitest-global-setup.mjs'],
    // Temporal's native runtime is one for each process.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    // Real servers on a busy machine: a delayed test gets a second chance, and the report says so.
    retry: 1,
  },
})
