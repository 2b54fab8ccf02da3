/** Structured logs, one JSON line each. No bodies, no queries, no cookies, no tokens, nobody's name. */

import pino, { type DestinationStream, type Logger } from 'pino'
import { redactFields, redactText } from '../../../temporal/contract/log-redaction'
import { getLogFields } from './http/request-log-context'

export type { Logger }

/** A logger of JSON lines, on standard output unless told otherwise; lines of a request carry its ids. */
export const createLogger = (level: string, name: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { part: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: getLogFields,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      // Private fields are known by name; what a message says is known by its shape alone.
      hooks: { streamWrite: redactText },
      serializers: { err: (error: unknown) => error },
    },
    destination ?? pino.destination(1),
  )
