import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '@/temporal/contract/errors'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import type { ApiRoute } from './api-route'
import { getEndpointErrors } from './endpoint-errors'
import { createOpenApiDocument } from './openapi-document'

const API = resolve(import.meta.dirname, '../../api')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
/** The document does not describe the address that it is served at. */
const ITSELF = 'v1/openapi.json/route.ts'

const pathOf = (file: string): string =>
  `/api/${file
    .replace(/\/route\.ts$/, '')
    .replaceAll('[', '{')
    .replaceAll(']', '}')}`

/** Every route of the public API as its files have it, with what describes it. */
const routesOf = async () => {
  const files = readdirSync(join(API, 'v1'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `v1/${file}`)
    .filter((file) => file !== ITSELF)
  const found = await Promise.all(
    files.map(async (file) => {
      const module = (await import(join(API, file))) as Record<string, ApiRoute | undefined>
      return METHODS.flatMap((method) => {
        const handler = module[method]
        return handler ? [{ file, name: `${method} ${pathOf(file)}`, call: handler.describedBy }] : []
      })
    }),
  )
  return found.flat()
}

describe('the description of the API', () => {
  const document = createOpenApiDocument('https://shop.example')

  it('is what each route parses by, at the address it says', async () => {
    const routes = await routesOf()
    for (const { file, name, call } of routes) {
      expect(call, `${file} is made without a description: use apiRoute`).toBeDefined()
      expect(`${call.method.toUpperCase()} ${call.path}`).toBe(name)
      expect(ENDPOINTS).toContain(call)
    }
    expect(routes.length).toBeGreaterThan(15)
  })

  it('describes no route that is not there, and leaves none out', async () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual((await routesOf()).map(({ name }) => name).sort())
  })

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document.servers).toEqual([{ url: 'https://shop.example' }])
  })

  it('names each call once', () => {
    expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length)
  })

  it.each(ENDPOINTS.map((call) => [call.id, call] as const))(
    '%s has an example that its route takes',
    (_, call) => {
      const { error } = call.input.safeParse(call.example)
      expect(error?.issues ?? []).toEqual([])
    },
  )

  it.each(ENDPOINTS.map((call) => [call.id, call] as const))(
    '%s lists a refusal under its own status',
    (_, call) => {
      for (const [status, codes] of getEndpointErrors(call))
        for (const code of codes) expect(ERRORS[code].status).toBe(status)
    },
  )

  it('holds every code of the contract that a caller can meet', () => {
    const codes = new Set(ENDPOINTS.flatMap((call) => [...getEndpointErrors(call).values()].flat()))
    const missing = Object.keys(ERRORS).filter((code) => !(codes as Set<string>).has(code))
    // Given by the forms of sign-in, invitations and accounts only, which are no part of the API.
    expect(missing).toEqual(['SIGN_IN_FAILED', 'OWN_ACCOUNT', 'LAST_ADMIN', 'INVITATION_ENDED'])
  })
})
