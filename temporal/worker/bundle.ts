/** Command line: builds the workflow bundle to WORKFLOW_BUNDLE, or to `build/workflow-bundle.js`. */

import { assertCleanBundle, buildBundle, DEFAULT_BUNDLE_PATH, writeBundle } from './workflow-bundle'

const run = async (path: string): Promise<void> => {
  const code = await buildBundle()
  assertCleanBundle(code)
  await writeBundle(path, code)
}

run(process.env.WORKFLOW_BUNDLE || DEFAULT_BUNDLE_PATH).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
