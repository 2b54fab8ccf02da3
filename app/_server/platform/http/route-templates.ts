/** Route templates of the product, from the manifest of the Next.js build. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE_OF_ROUTE = /(?:^|\/)(?:page|route)\.tsx?$/
const PRIVATE = /(?:^|\/)_/

/** Templates by the folders of the sources; route groups in round brackets are no part of a path. */
const readFromSources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => FILE_OF_ROUTE.test(file) && !PRIVATE.test(file))
    .map((file) => file.replace(FILE_OF_ROUTE, '').split('/'))
    .map((folders) => `/${folders.filter((name) => !name.startsWith('(')).join('/')}`)

const readFromBuild = (folder: string): string[] => {
  const manifest = readFileSync(join(folder, 'app-path-routes-manifest.json'), 'utf8')
  const templates = Object.values(JSON.parse(manifest) as Record<string, string>)
  return templates.filter((template) => !PRIVATE.test(template))
}

/**
 * Route templates such as `/cases/[id]`.
 * @param root working directory of the process
 * @param distDir folder of the build below it, or null in development, where Next.js builds routes on demand
 * @throws Error when there is no build
 */
export const readTemplates = (root: string, distDir: string | null): string[] =>
  distDir === null ? readFromSources(join(root, 'app')) : readFromBuild(join(root, distDir))
