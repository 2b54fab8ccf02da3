/** What routes make of a request before its schema reads it. */

import { PENDING_STATUS } from '@/temporal/contract/replies'
import type { RouteParts } from './define'
import { idempotencyKeyOf, requestKeyOf } from './idempotency-key'

const fieldsOf = (body: unknown): object | null =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null

/** Body and path of a press of a button, with the key that makes it repeatable. */
export const pressOf = ({ body, params, headers }: RouteParts): unknown =>
  body === undefined || fieldsOf(body)
    ? { ...fieldsOf(body), ...params, requestKey: requestKeyOf(headers) }
    : body

/** Body of a request that starts something, with its key. */
export const startOf = ({ body, headers }: RouteParts): unknown => {
  const idempotencyKey = idempotencyKeyOf(headers)
  return fieldsOf(body) ? { ...fieldsOf(body), idempotencyKey } : body
}

/** The header of an answer that was given before. */
export const replayHeaders = ({ replayed }: { replayed: boolean }): HeadersInit =>
  replayed ? { 'Idempotent-Replayed': 'true' } : {}

/** 202 while it is not known whether a request was carried out. */
export const pendingStatus = ({ status }: { status: string }): number =>
  status === PENDING_STATUS ? 202 : 200
