/** The error codes of an endpoint: its own, and those that every endpoint of its kind can give. */

import { ERRORS, type ErrorCode } from '@/temporal/contract/errors'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'
import { membersIn } from './input-location'

const CHANGE: readonly ErrorCode[] = [
  'FOREIGN_ORIGIN',
  'MALFORMED_BODY',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
]

const takesInput = (endpoint: Endpoint): boolean =>
  (['query', 'body'] as const).some((place) => Object.keys(membersIn(endpoint, place)).length > 0)

/** The error codes of an endpoint, by status. */
export const getEndpointErrors = (endpoint: Endpoint): Map<number, ErrorCode[]> => {
  const codes = new Set<ErrorCode>([
    ...(endpoint.auth === 'required' ? (['UNAUTHENTICATED', 'FORBIDDEN'] as const) : []),
    ...(endpoint.method === 'post' ? CHANGE : []),
    ...(takesInput(endpoint) ? (['VALIDATION_FAILED'] as const) : []),
    ...(endpoint.key === 'start' ? (['IDEMPOTENCY_KEY_REUSED'] as const) : []),
    ...(endpoint.key ? (['IDEMPOTENCY_KEY_REQUIRED'] as const) : []),
    ...(endpoint.errors ?? []),
    'DRAINING',
    'INTERNAL',
  ])
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b))
}
