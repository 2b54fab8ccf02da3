/** The worker's log: JSON lines on standard output; the Temporal SDK logs in the same format. */

import { Runtime } from '@temporalio/worker'
import { type DestinationStream, type Logger, pino } from 'pino'
import { redactFields, redactText } from '../contract/log-redaction'
import { getActivityLogFields } from './activity-log-context'
import { prometheusExporter } from './metrics'

/** Creates a log at `level`, on standard output by default. Lines of an activity carry its ids. */
export const createLog = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { part: 'worker', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: getActivityLogFields,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
      // Fields are redacted by name, the text of a line by patterns.
      hooks: { streamWrite: redactText },
      serializers: { err: (error: unknown) => error },
    },
    destination,
  )

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const
type SdkLevel = keyof typeof LEVELS
type Meta = Record<string | symbol, unknown>

/** Failed activities are logged by our interceptor, with the cause that the SDK no longer sees: its lines are debug. */
const toLogLevel = (level: SdkLevel, message: string): (typeof LEVELS)[SdkLevel] =>
  level === 'WARN' && message === 'Activity failed' ? 'debug' : LEVELS[level]

/** The logger that the SDK calls. */
const sdkLogger = (log: Logger) => {
  const at =
    (level: SdkLevel) =>
    (message: string, { taskToken: _, error, ...meta }: Meta = {}): void =>
      log[toLogLevel(level, message)](error === undefined ? meta : { ...meta, err: error }, message)
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
 * Installs the SDK's runtime with `log` and without its signal handlers. Once for each process, before the first worker.
 * @param metricsAddress address of the Prometheus exporter for the SDK's metrics and ours, such as `127.0.0.1:9464`
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
