import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { ENDPOINT_IDS } from '@/temporal/contract/api-routes'
import { ERRORS } from '@/temporal/contract/errors'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import { loadApiRoutes } from '../testing/api-routes'
import { getEndpointErrors } from './endpoint-errors'
import { createOpenApiDocument } from './openapi-document'

describe('the endpoint table', () => {
  const document = createOpenApiDocument('https://shop.example')

  it('has the endpoint of each route, at the path of its file', async () => {
    const routes = await loadApiRoutes()
    for (const { file, name, endpoint } of routes) {
      expect(endpoint, `${file} has no endpoint: use apiRoute`).toBeDefined()
      expect(`${endpoint.method.toUpperCase()} ${endpoint.path}`).toBe(name)
      expect(ENDPOINTS).toContain(endpoint)
    }
    expect(routes.length).toBeGreaterThan(15)
  })

  it('describes exactly the routes that exist', async () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual((await loadApiRoutes()).map(({ name }) => name).sort())
  })

  it('makes a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document.servers).toEqual([{ url: 'https://shop.example' }])
  })

  it('has each id once, and every route of the contract', () => {
    expect(ENDPOINTS.map(({ id }) => id).sort()).toEqual(ENDPOINT_IDS.toSorted())
  })

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s has an example that its route takes',
    (_, endpoint) => {
      const { error } = endpoint.input.safeParse(endpoint.example)
      expect(error?.issues ?? []).toEqual([])
    },
  )

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s lists a refusal under its own status',
    (_, endpoint) => {
      for (const [status, codes] of getEndpointErrors(endpoint))
        for (const code of codes) expect(ERRORS[code].status).toBe(status)
    },
  )

  it('lists every error code that the API can return', () => {
    const codes = new Set(ENDPOINTS.flatMap((endpoint) => [...getEndpointErrors(endpoint).values()].flat()))
    const missing = Object.keys(ERRORS).filter((code) => !(codes as Set<string>).has(code))
    // Only the forms of sign-in, invitations and accounts return these; they are not part of the API.
    expect(missing).toEqual([
      'SIGN_IN_FAILED',
      'OWN_ACCOUNT',
      'GROUP_IN_USE',
      'LAST_ADMIN',
      'INVITATION_ENDED',
      'SERVER_BUSY',
    ])
  })
})
