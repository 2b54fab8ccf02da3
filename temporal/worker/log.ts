/** The worker's log: JSON lines on standard output, with Temporal's own lines in the same shape. */

import { Runtime } from '@temporalio/worker'
import { type DestinationStream, type Logger, pino } from 'pino'
import { redactFields, redactText } from '../contract/log-redaction'
import { getActivityLogFields } from './activity-log-context'
import { prometheusExporter } from './metrics'

/** A log at `level`, on standard output unless another destination is given; lines of an activity carry its ids. */
export const createLog = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { part: 'worker', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: getActivityLogFields,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      // Private fields are known by name; what a message says is known by its shape alone.
      hooks: { streamWrite: redactText },
      serializers: { err: (error: unknown) => error },
    },
    destination,
  )

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const
type SdkLevel = keyof typeof LEVELS
type Meta = Record<string | symbol, unknown>

/** A local activity is one quick try with a normal activity behind it: its failures are no news. */
const toLogLevel = (level: SdkLevel, { isLocal }: Meta): (typeof LEVELS)[SdkLevel] =>
  level === 'WARN' && isLocal === true ? 'debug' : LEVELS[level]

/** What the SDK calls to log. */
const sdkLogger = (log: Logger) => {
  const at =
    (level: SdkLevel) =>
    (message: string, { taskToken: _, error, ...meta }: Meta = {}): void =>
      log[toLogLevel(level, meta)](error === undefined ? meta : { ...meta, err: error }, message)
  return {
    log: (level: SdkLevel, message: string, meta?: Meta): void => at(level)(message, meta),
    trace: at('TRACE'),
    debug: at('DEBUG'),
    info: at('INFO'),
    warn: at('WARN'),
    error: at('ERROR'),
  }
}

/**
 * Sends the SDK's own lines to `log`, and leaves signals to us. Once for each process, before the first worker.
 * @param metricsAddress where the SDK's metrics and ours are told in Prometheus' format, such as `127.0.0.1:9464`
 * @throws Error where the address cannot be used
 */
export const installRuntime = (log: Logger, metricsAddress?: string): void => {
  Runtime.install({
    logger: sdkLogger(log.child({}, { level: log.level === 'info' ? 'warn' : log.level })),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
      ...(metricsAddress ? { metrics: prometheusExporter(metricsAddress) } : {}),
    },
  })
}
