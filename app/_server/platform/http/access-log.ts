/**
 * One access line and one count for every request of this process, pages and files too, whoever answered it. Node tells
 * of each request before anything handles it, so what is noted meanwhile is known when its answer has ended.
 */

import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isAppError } from '../../../../temporal/contract/errors'
import { serializeError } from '../../../../temporal/contract/log-redaction'
import { parseTraceId } from '../../../../temporal/contract/trace-context'
import { getMetrics } from '../metrics'
import type { Runtime } from '../runtime'
import { getRequestId } from './request-id'
import { enterRequestLogContext, type RequestLogContext } from './request-log-context'
import { createRouteLabels } from './route-label'
import { readTemplates } from './route-templates'

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

/** Asked for every few seconds, or a dozen times by each page: worth a line only when something is wrong. */
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

/** A warning for a refusal that means an outage, an error with its cause for what nobody expected. */
const log = ({ log: to }: Runtime, { facts, method, route, status, ms, isCut }: FinishedRequest): void => {
  const { error, ...known } = facts
  const line = { ...known, method, route, status, ms: Math.round(ms), ...(isCut ? { cut: true } : {}) }
  if (error !== undefined && !isAppError(error))
    to.error({ ...line, cause: serializeError(error) }, 'request failed')
  else if (status >= 500)
    to.warn(
      { ...line, ...(isAppError(error) && error.cause ? { cause: serializeError(error.cause) } : {}) },
      'request refused',
    )
  else to[QUIET.test(route) && status < 400 ? 'debug' : 'info'](line, 'request')
}

const logExchange = (app: Runtime, label: (pathname: string) => string, exchange: Exchange): void => {
  const { request, response } = exchange
  const startedAt = performance.now()
  const method = request.method ?? ''
  const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  const requestId = getRequestId({ get: (name) => one(request.headers[name]) ?? null })
  // Whoever reads the headers from here on sees the id that the log has.
  request.headers['x-request-id'] = requestId
  const facts: RequestLogContext = {
    requestId,
    traceId: parseTraceId(one(request.headers.traceparent)) ?? undefined,
  }
  enterRequestLogContext(facts)
  // Next and a browser's stream listen as well; the warning about many listeners is for those who forget to stop.
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => {
    const status = response.statusCode
    const route = label(pathname)
    const ms = performance.now() - startedAt
    getMetrics(app).request({ method, route, status, seconds: isStream(response) ? null : ms / 1_000 })
    log(app, { facts, method, route, status, ms, isCut: !response.writableFinished })
  })
}

/** Starts watching, once for each process. */
export const startAccessLog = (app: Runtime): void => {
  const { isProduction, distDir } = app.env
  const label = createRouteLabels(readTemplates(process.cwd(), isProduction ? distDir : null))
  subscribe('http.server.request.start', (message) => logExchange(app, label, message as Exchange))
}
