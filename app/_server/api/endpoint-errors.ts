/** Which refusals a call can give: its own, and those that every call of its kind can. */

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

const takesInput = (call: Endpoint): boolean =>
  (['query', 'body'] as const).some((place) => Object.keys(membersIn(call, place)).length > 0)

/** The codes of a call, by status. */
export const getEndpointErrors = (call: Endpoint): Map<number, ErrorCode[]> => {
  const codes = new Set<ErrorCode>([
    ...(call.auth === 'required' ? (['UNAUTHENTICATED', 'FORBIDDEN'] as const) : []),
    ...(call.method === 'post' ? CHANGE : []),
    ...(takesInput(call) ? (['VALIDATION_FAILED'] as const) : []),
    ...(call.key === 'start' ? (['IDEMPOTENCY_KEY_REUSED'] as const) : []),
    ...(call.key ? (['IDEMPOTENCY_KEY_REQUIRED'] as const) : []),
    ...(call.errors ?? []),
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
