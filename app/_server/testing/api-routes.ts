/** Every route of the public API, found by its file. */

import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ApiRoute } from '../api/api-route'

const API = resolve(import.meta.dirname, '../../api')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
/** The OpenAPI document does not describe its own route. */
const ITSELF = 'v1/openapi.json/route.ts'

const pathOf = (file: string): string =>
  `/api/${file
    .replace(/\/route\.ts$/, '')
    .replaceAll('[', '{')
    .replaceAll(']', '}')}`

/** Each route with its file, its method and path, and its endpoint. */
export const loadApiRoutes = async () => {
  const files = readdirSync(join(API, 'v1'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `v1/${file}`)
    .filter((file) => file !== ITSELF)
  const found = await Promise.all(
    files.map(async (file) => {
      const module = (await import(join(API, file))) as Record<string, ApiRoute | undefined>
      return METHODS.flatMap((method) => {
        const handler = module[method]
        return handler
          ? [{ file, name: `${method} ${pathOf(file)}`, handler, endpoint: handler.endpoint }]
          : []
      })
    }),
  )
  return found.flat()
}
