import { describe, expect, it } from 'vitest'
import { ROLES } from '@/temporal/contract/auth/actor'
import { denialReason, type Resource } from '@/temporal/contract/auth/permissions'
import type { ErrorCode } from '@/temporal/contract/errors'
import { ENDPOINTS } from '@/temporal/contract/schemas/endpoints/endpoints'
import { actorAs } from '../testing/test-runtime'
import { getEndpointErrors } from './endpoint-errors'
import { createOpenApiDocument } from './openapi-document'

/** Cases in every condition that the permission table looks at. */
const RESOURCES: readonly Resource[] = [
  {},
  { state: 'APPROVED' },
  { state: 'COMPLETED' },
  { state: 'OPEN', group: 'another-group' },
  { state: 'OPEN', group: 'another-group', supervisorsMayDecide: true },
  { state: 'CLAIMED', assigneeId: 'somebody-else' },
  { state: 'OPEN', assigneeId: null },
  { ownerPrincipal: 'user:somebody-else' },
]
const DENIED_TO_REQUESTER: ErrorCode = 'OWN_REQUEST'

const codesOf = (endpoint: (typeof ENDPOINTS)[number]): ErrorCode[] =>
  [...getEndpointErrors(endpoint).values()].flat()

const denialsOf = (action: NonNullable<(typeof ENDPOINTS)[number]['action']>): ErrorCode[] => {
  const found = new Set<ErrorCode>()
  for (const actor of ROLES.map((role) => actorAs(role)))
    for (const resource of [...RESOURCES, { state: 'OPEN' as const, requesterId: actor.id }]) {
      const code = denialReason(actor, action, resource)
      if (code) found.add(code)
    }
  return [...found]
}

const withAction = ENDPOINTS.flatMap((endpoint) =>
  endpoint.action ? [[endpoint.id, endpoint, endpoint.action] as const] : [],
)

describe('the refusals of an endpoint', () => {
  it.each(withAction)('%s names every one of the permission table', (_, endpoint, action) => {
    expect(codesOf(endpoint)).toEqual(expect.arrayContaining(denialsOf(action)))
  })

  it('look at every rule of the table', () => {
    const all = new Set(withAction.flatMap(([, , action]) => denialsOf(action)))
    expect(all).toContain(DENIED_TO_REQUESTER)
    expect(all).toContain('NOT_CLAIMED')
    expect(all).toContain('NOT_IN_GROUP')
  })

  it.each(
    withAction.filter(([, , action]) => denialsOf(action).includes('CASE_CLOSED') && action !== 'case.retry'),
  )('%s names a decision where the approval may be closed', (_, endpoint) => {
    expect(codesOf(endpoint)).toEqual(expect.arrayContaining(['ALREADY_DECIDED', 'INTERACTION_MISMATCH']))
  })

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s names what every request of its kind can meet',
    (_, endpoint) => {
      const any = [
        'UNAUTHENTICATED',
        'SESSION_CHANGED',
        'VALIDATION_FAILED',
        'DATABASE_UNAVAILABLE',
        'DRAINING',
        'INTERNAL',
      ]
      const change = [
        'FOREIGN_ORIGIN',
        'MALFORMED_BODY',
        'BODY_TOO_LARGE',
        'UNSUPPORTED_MEDIA_TYPE',
        'RATE_LIMITED',
      ]
      expect(codesOf(endpoint)).toEqual(
        expect.arrayContaining([...any, ...(endpoint.method === 'post' ? change : [])]),
      )
      const described = createOpenApiDocument('https://shop.example').paths?.[endpoint.path]
      expect(Object.keys(described?.[endpoint.method]?.responses ?? {})).toContain('431')
    },
  )
})
