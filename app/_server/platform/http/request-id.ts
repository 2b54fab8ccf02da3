/** Request id, shared by response, log line and error page. */

import { randomUUID } from 'node:crypto'

const REQUEST_ID = /^[\w.-]{8,64}$/

/** The `X-Request-Id` of the caller if it is well formed, else a new one. */
export const getRequestId = (headers: Pick<Headers, 'get'>): string => {
  const given = headers.get('x-request-id') ?? ''
  return REQUEST_ID.test(given) ? given : randomUUID()
}
