/** Builds and checks the workflow bundle: one file, which production builds in advance. */

import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

export const DEFAULT_BUNDLE_PATH = 'build/workflow-bundle.js'
const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Shared by the bundle and the worker, which converts what fails outside of workflow code. */
export const FAILURE_CONVERTER_PATH = toPath('../workflows/failure-converter.cjs')

const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }

/** Builds the code of the bundle. @throws Error where workflow code imports a module of Node */
export const buildBundle = async (): Promise<string> => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: toPath('../workflows/index.ts'),
    payloadConverterPath: toPath('../workflows/payload-converter.ts'),
    failureConverterPath: FAILURE_CONVERTER_PATH,
    workflowInterceptorModules: [toPath('../workflows/trace-interceptors.ts')],
    logger: SILENT,
  })
  return code
}

/** Writes the bundle by an atomic rename, so that no reader sees a partial file and several may write at once. */
export const writeBundle = async (path: string, code: string): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(unfinished, code)
  await rename(unfinished, path)
}

const SOURCE_MAP = /\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,([A-Za-z0-9+/=]+)\s*$/
const ROOT = toPath('../../')

/** Paths of all sources of a bundle; our own are relative to the root of the repository. */
export const listSources = (code: string): string[] => {
  const encoded = SOURCE_MAP.exec(code)?.[1]
  if (!encoded) throw new Error('The workflow bundle has no source map, so its sources are unknown')
  const { sources } = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { sources: string[] }
  return sources.map((source) => (source.startsWith(ROOT) ? source.slice(ROOT.length) : source))
}

/** Sources that a bundle must not contain: zod costs each run 613 KB and 5.6 ms, the others its determinism. */
const FORBIDDEN = [
  /(?:^|\/)node_modules\/(?:zod|pg|pg-[^/]+|drizzle-orm|pino|@opentelemetry)\//,
  /^(?:db|app)\//,
  /^temporal\/(?:activities|services|client|worker)\//,
  /^temporal\/contract\/schemas\//,
  new RegExp(`^(?:external |ignored\\|)?"?(?:node:)?(?:${builtinModules.join('|')})"?$`),
]

/**
 * Checks that a bundle contains no module of Node, no zod, `db/` or `pg`, and no activity, service, client or worker.
 * @throws Error that names the files
 */
export const assertCleanBundle = (code: string): void => {
  const unclean = listSources(code).filter((source) => FORBIDDEN.some((pattern) => pattern.test(source)))
  if (unclean.length > 0) throw new Error(`The workflow bundle must not contain ${unclean.join(', ')}`)
}
