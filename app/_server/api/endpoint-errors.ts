/** The error codes of an endpoint: its own, and those that every endpoint of its kind can give. */

import { ERRORS, type ErrorCode } from '@/temporal/contract/errors'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'

/** Any request may carry a token, name the account of its page, or hold a member that nobody knows. */
const ANY: readonly ErrorCode[] = ['UNAUTHENTICATED', 'SESSION_ENDED', 'SESSION_CHANGED', 'VALIDATION_FAILED']
/** Each asks Postgres who calls. */
const OUTAGES: readonly ErrorCode[] = ['DATABASE_UNAVAILABLE', 'DRAINING', 'INTERNAL']

const CHANGE: readonly ErrorCode[] = [
  'FOREIGN_ORIGIN',
  'MALFORMED_BODY',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
]

/** The error codes of an endpoint, by status. */
export const getEndpointErrors = (endpoint: Endpoint): Map<number, ErrorCode[]> => {
  const codes = new Set<ErrorCode>([
    ...ANY,
    ...(endpoint.auth === 'required' ? (['FORBIDDEN'] as const) : []),
    ...(endpoint.method === 'post' ? CHANGE : []),
    ...(endpoint.key === 'start' ? (['IDEMPOTENCY_KEY_REUSED'] as const) : []),
    ...(endpoint.key ? (['IDEMPOTENCY_KEY_REQUIRED'] as const) : []),
    ...(endpoint.errors ?? []),
    ...OUTAGES,
  ])
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b))
}
