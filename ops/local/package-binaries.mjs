import { join } from 'node:path'
import { ROOT } from './paths.mjs'

/** Programs of packages, run by node directly: through a shell or a shim no signal would reach them. */
export const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')
export const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
export const KNIP = join(ROOT, 'node_modules/knip/bin/knip.js')
export const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')
export const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
export const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js')
export const TSX_CLI = join(ROOT, 'node_modules/tsx/dist/cli.mjs')

/** Arguments of node to run TypeScript in the same process. */
export const TSX = ['--import', 'tsx']
