/** Structured logs, one JSON line each. No bodies, no queries, no cookies, no tokens, nobody's name. */

import pino, { type DestinationStream, type Logger } from 'pino'
import { plainError, publicFields, scrub } from '../../temporal/contract/log-fields'
import { requestFields } from './http/request-facts'

export type { Logger }

/** An error as a log keeps it. */
export const causeOf = plainError

/** A logger of JSON lines, on standard output unless told otherwise; lines of a request carry its ids. */
export const createLogger = (level: string, name: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { part: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: requestFields,
      formatters: { level: (label) => ({ level: label }), log: publicFields },
      // Private fields are known by name; what a message says is known by its shape alone.
      hooks: { streamWrite: scrub },
      serializers: { err: (error: unknown) => error },
    },
    destination ?? pino.destination(1),
  )
