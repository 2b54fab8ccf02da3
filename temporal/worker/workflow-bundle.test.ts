import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertCleanBundle, buildBundle, listSources } from './workflow-bundle'

const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} }

/** Inside the repository, so that packages are found. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(fileURLToPath(new URL('../../node_modules/.bundle-test-', import.meta.url)))
})
afterAll(() => rm(folder, { recursive: true }))

const bundleOf = async (name: string, code: string): Promise<string> => {
  const workflowsPath = join(folder, `${name}.ts`)
  await writeFile(workflowsPath, code)
  return (await bundleWorkflowCode({ workflowsPath, logger: SILENT })).code
}

const WORKFLOW = 'export const someWorkflow = async () => used'

describe('the workflow bundle', () => {
  it('contains the workflows and the contract, and no forbidden source', async () => {
    const code = await buildBundle()
    expect(listSources(code)).toContain('temporal/workflows/order/order-workflow.ts')
    expect(() => assertCleanBundle(code)).not.toThrow()
  }, 30_000)

  it.each([
    ['zod', `import { z } from 'zod'; const used = z.string()`],
    ['db/', `import { cases } from '../../db/schema/cases'; const used = cases`],
    ['temporal/client', `import { backOffMs } from '../client/temporal-settings'; const used = backOffMs`],
  ])(
    'is refused with %s in it',
    async (name, code) => {
      const bundle = await bundleOf(name.replaceAll('/', '-'), `${code}\n${WORKFLOW}`).catch(
        (error: Error) => error,
      )
      // The SDK refuses Node's own modules by itself, before there is a bundle.
      if (typeof bundle === 'string') expect(() => assertCleanBundle(bundle)).toThrow(name)
      else expect(bundle.message).toMatch(/disallowed|Webpack/)
    },
    30_000,
  )

  it('cannot be built with a module of Node', async () => {
    const building = bundleOf(
      'node',
      `import { readFileSync } from 'node:fs'; const used = readFileSync\n${WORKFLOW}`,
    )
    await expect(building).rejects.toThrow(/disallowed|Webpack/)
  }, 30_000)
})
