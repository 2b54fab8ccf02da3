/** Structured logs, one JSON line each, without bodies, queries, cookies, tokens or names of people. */

import pino, { type DestinationStream, type Logger } from 'pino'
import { redactFields, redactText } from '../../../temporal/contract/log-redaction'
import { getLogFields } from './http/request-log-context'

export type { Logger }

/** A logger of JSON lines, by default to standard output. Lines of a request carry its ids. */
export const createLogger = (level: string, name: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { part: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: getLogFields,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      // Private fields are recognised by name, private text inside messages only by its shape.
      hooks: { streamWrite: redactText },
      serializers: { err: (error: unknown) => error },
    },
    destination ?? pino.destination(1),
  )
