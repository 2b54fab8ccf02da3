/** Structured logs, one JSON line each. No bodies, no cookies, no tokens. */

import pino, { type Logger } from 'pino'
import { isRefusal } from '../../temporal/contract/errors'

export type { Logger }

/** Values under these names never reach a log, however deep a cause carries them. */
const SECRET_NAMES = ['password', 'token', 'secret', 'authorization', 'cookie', 'set-cookie', 'paymentToken']
const REDACTED = SECRET_NAMES.flatMap((name) => {
  const key = name.includes('-') ? `["${name}"]` : name
  const under = (parent: string) => (key.startsWith('[') ? `${parent}${key}` : `${parent}.${key}`)
  return [key, under('*'), under('*.*')]
})

const SECRET_PATH = /\/(track|invitation)\/[^/?#]+/g

/** `path` with tokens masked and without its query, which may hold a search for a person. */
export const maskPath = (path: string): string =>
  (path.split(/[?#]/)[0] ?? '').replace(SECRET_PATH, '/$1/***')

interface CauseFields {
  name: string
  message: string
  code?: unknown
  stack?: string
  cause?: CauseFields
}

/**
 * An error as a log keeps it. Parameters of a failed query are left out: they hold addresses, hashes and tokens.
 */
export const causeOf = (error: unknown, depth = 0): CauseFields => {
  if (!(error instanceof Error)) return { name: 'NonError', message: String(error) }
  const { code, cause } = error as Error & { code?: unknown }
  const message = error.message.split('\nparams:')[0] ?? ''
  const stack = error.stack?.replace(error.message, message)
  return {
    name: error.name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || depth > 4 ? {} : { cause: causeOf(cause, depth + 1) }),
  }
}

/** A logger that writes JSON lines to standard output. */
export const createLogger = (level: string, name: string): Logger =>
  pino({
    level,
    base: { part: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '***' },
  })

/** One request as the access log shows it. */
export interface Access {
  requestId: string
  method: string
  url: string
  /** `performance.now()` when it arrived. */
  startedAt: number
  principal?: string | undefined
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url)

/** Logs the end of a request, with the cause where the answer hides one: a warning for a refusal, else an error. */
export const logAccess = (
  log: Logger,
  access: Access,
  status: number,
  code?: string,
  error?: unknown,
): void => {
  const { requestId, method, url, startedAt, principal } = access
  const line = {
    requestId,
    method,
    path: maskPath(pathOf(url)),
    status,
    ms: Math.round(performance.now() - startedAt),
    ...(principal ? { principal } : {}),
    ...(code ? { code } : {}),
  }
  if (status < 500) log.info(line, 'request')
  else if (!isRefusal(error)) log.error({ ...line, cause: causeOf(error) }, 'request failed')
  else log.warn({ ...line, ...(error.cause ? { cause: causeOf(error.cause) } : {}) }, 'request refused')
}
