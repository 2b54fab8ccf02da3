/** Inputs and statuses of routes with an idempotency key. */

import { PENDING_STATUS } from '@/temporal/contract/responses'
import { getIdempotencyKey, getRequestKey } from '../platform/http/idempotency-key'
import type { RawInput } from './define-route'

const asObject = (body: unknown): object | null =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null

/** Body and path of a mutation, with its idempotency key. */
export const toMutationInput = ({ body, params, headers }: RawInput): unknown =>
  body === undefined || asObject(body)
    ? { ...asObject(body), ...params, requestKey: getRequestKey(headers) }
    : body

/** Body of a request that starts something, with its idempotency key. */
export const toStartInput = ({ body, headers }: RawInput): unknown => {
  const idempotencyKey = getIdempotencyKey(headers)
  return asObject(body) ? { ...asObject(body), idempotencyKey } : body
}

/** The header of a replayed response. */
export const replayHeaders = ({ replayed }: { replayed: boolean }): HeadersInit =>
  replayed ? { 'Idempotent-Replayed': 'true' } : {}

/** 202 while it is unknown whether the request was carried out. */
export const pendingStatus = ({ status }: { status: string }): number =>
  status === PENDING_STATUS ? 202 : 200
