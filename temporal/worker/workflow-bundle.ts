/** The workflow code as workers load it: one file, built ahead for production. */

import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

export const DEFAULT_BUNDLE_PATH = 'build/workflow-bundle.js'
const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }

/** The code of the bundle. Fails where workflow code reaches for Node. */
export const buildBundle = async (): Promise<string> => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: toPath('../workflows/index.ts'),
    payloadConverterPath: toPath('../workflows/payload-converter.ts'),
    workflowInterceptorModules: [toPath('../workflows/trace-interceptors.ts')],
    logger: SILENT,
  })
  return code
}

/** Writes the bundle in one step, so that nobody reads half of it; several may write the same path at once. */
export const writeBundle = async (path: string, code: string): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(unfinished, code)
  await rename(unfinished, path)
}

const SOURCE_MAP = /\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,([A-Za-z0-9+/=]+)\s*$/
const ROOT = toPath('../../')

/** Paths of everything that went into a bundle, our own from the root of the repository. */
export const listSources = (code: string): string[] => {
  const encoded = SOURCE_MAP.exec(code)?.[1]
  if (!encoded) throw new Error('The workflow bundle carries no source map to tell what is in it')
  const { sources } = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { sources: string[] }
  return sources.map((source) => (source.startsWith(ROOT) ? source.slice(ROOT.length) : source))
}

/** What a workflow must not carry: zod costs each run 613 KB and 5.6 ms, the rest its determinism. */
const FORBIDDEN = [
  /(?:^|\/)node_modules\/(?:zod|pg|pg-[^/]+|drizzle-orm|pino|@opentelemetry)\//,
  /^(?:db|app)\//,
  /^temporal\/(?:activities|services|client|worker)\//,
  /^temporal\/contract\/schemas\//,
  new RegExp(`^(?:external |ignored\\|)?"?(?:node:)?(?:${builtinModules.join('|')})"?$`),
]

/**
 * Refuses a bundle with Node's own modules, zod, `db/`, `pg` or code from beyond the activities in it.
 * @throws Error that names the files
 */
export const assertCleanBundle = (code: string): void => {
  const unclean = listSources(code).filter((source) => FORBIDDEN.some((pattern) => pattern.test(source)))
  if (unclean.length > 0) throw new Error(`The workflow bundle must not contain ${unclean.join(', ')}`)
}
