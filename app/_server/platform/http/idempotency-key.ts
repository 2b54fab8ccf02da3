/** The header `Idempotency-Key`. */

import { randomUUID } from 'node:crypto'
import { AppError } from '../../../../temporal/contract/errors'

const HEADER = 'Idempotency-Key'
/** 1 to 255 printable characters of ASCII without blanks around, as text for descriptions. */
export const IDEMPOTENCY_KEY_PATTERN = '^[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?$'
const PRINTABLE = new RegExp(IDEMPOTENCY_KEY_PATTERN)

const checked = (key: string): string => {
  if (PRINTABLE.test(key)) return key
  throw new AppError('IDEMPOTENCY_KEY_REQUIRED', `${HEADER} holds 1 to 255 printable ASCII characters`)
}

/**
 * The key of a request that starts a workflow.
 * @throws AppError IDEMPOTENCY_KEY_REQUIRED when it is absent, longer than 255 characters or not printable
 */
export const getIdempotencyKey = (headers: Headers): string => {
  const key = headers.get(HEADER)
  if (!key) throw new AppError('IDEMPOTENCY_KEY_REQUIRED')
  return checked(key)
}

/** The key of a case mutation: the one that the client sent, or a new one. */
export const getRequestKey = (headers: Headers): string => {
  const key = headers.get(HEADER)
  return key === null ? randomUUID() : checked(key)
}
