/**
 * Access log and request metrics for every request of this process, pages and files included. Node.js announces a
 * request on a diagnostics channel before it is handled, so log fields added meanwhile are complete when it ends.
 */

import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isAppError } from '../../../../temporal/contract/errors'
import { serializeError } from '../../../../temporal/contract/log-redaction'
import { parseTraceId } from '../../../../temporal/contract/trace-context'
import { getMetrics } from '../metrics'
import type { Runtime } from '../runtime'
import { nameForNext } from './allowed-methods'
import { getRequestId } from './request-id'
import { enterRequestLogContext, type RequestLogContext } from './request-log-context'
import { createRouteLabels } from './route-label'
import { readTemplates } from './route-templates'

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

/** Frequent requests, logged at `info` only when they fail. */
const QUIET = /^(?:static|\/api\/(?:health|ready|metrics))$/

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header

const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')

interface FinishedRequest {
  facts: RequestLogContext
  method: string
  route: string
  status: number
  ms: number
  isCut: boolean
}

/** Logs outages as warnings, and unexpected errors as errors with their cause. */
const logRequest = ({ log }: Runtime, { facts, method, route, status, ms, isCut }: FinishedRequest): void => {
  const { error, ...fields } = facts
  const line = { ...fields, method, route, status, ms: Math.round(ms), ...(isCut ? { cut: true } : {}) }
  if (error !== undefined && !isAppError(error))
    log.error({ ...line, cause: serializeError(error) }, 'request failed')
  else if (status >= 500)
    log.warn(
      { ...line, ...(isAppError(error) && error.cause ? { cause: serializeError(error.cause) } : {}) },
      'request refused',
    )
  else log[QUIET.test(route) && status < 400 ? 'debug' : 'info'](line, 'request')
}

const logExchange = (app: Runtime, label: (pathname: string) => string, exchange: Exchange): void => {
  const { request, response } = exchange
  const startedAt = performance.now()
  const method = request.method ?? ''
  request.method = nameForNext(method)
  const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  const requestId = getRequestId({ get: (name) => one(request.headers[name]) ?? null })
  // Handlers read the id of the log from this header.
  request.headers['x-request-id'] = requestId
  const facts: RequestLogContext = {
    requestId,
    traceId: parseTraceId(one(request.headers.traceparent)) ?? undefined,
  }
  enterRequestLogContext(facts)
  // Next.js and event streams listen too; Node.js would warn of a leak without one more allowed listener.
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => {
    const status = response.statusCode
    const route = label(pathname)
    const ms = performance.now() - startedAt
    getMetrics(app).request({ method, route, status, seconds: isStream(response) ? null : ms / 1_000 })
    logRequest(app, { facts, method, route, status, ms, isCut: !response.writableFinished })
  })
}

/** Starts the access log, once for each process. */
export const startAccessLog = (app: Runtime): void => {
  const { isProduction, distDir } = app.env
  const label = createRouteLabels(readTemplates(process.cwd(), isProduction ? distDir : null))
  subscribe('http.server.request.start', (message) => logExchange(app, label, message as Exchange))
}
