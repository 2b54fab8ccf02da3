/** The id that an answer, its log line and a person's report share. */

import { randomUUID } from 'node:crypto'

const REQUEST_ID = /^[\w.-]{8,64}$/

/** The caller's `X-Request-Id` where it is sane, else a new one. */
export const getRequestId = (headers: Pick<Headers, 'get'>): string => {
  const given = headers.get('x-request-id') ?? ''
  return REQUEST_ID.test(given) ? given : randomUUID()
}
