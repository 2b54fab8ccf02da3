/** The templates of the addresses that the product answers, as Next wrote them down when it was built. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE_OF_ROUTE = /(?:^|\/)(?:page|route)\.tsx?$/
const PRIVATE = /(?:^|\/)_/

/** As the sources name them: a folder in round brackets is no part of an address. */
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
 * Such as `/cases/[id]`.
 * @param root where the process was started
 * @param distDir folder of the build below it, or null while one develops, when Next builds what is asked for
 * @throws Error where there is no build
 */
export const readTemplates = (root: string, distDir: string | null): string[] =>
  distDir === null ? readFromSources(join(root, 'app')) : readFromBuild(join(root, distDir))
