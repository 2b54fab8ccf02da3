/** The life of the web process: it refuses to start on a bad environment, and ends in time. */

import { startTracing } from '@/temporal/client/start-tracing'
import { serializeError } from '@/temporal/contract/log-redaction'
import { live } from './live/live'
import { captureConsole } from './platform/capture-console'
import { startAccessLog } from './platform/http/access-log'
import { type Runtime, runtime } from './platform/runtime'

const HARD_EXIT_MS = 5_000

const toFaults = (error: unknown): string[] => {
  const faults = (error as { faults?: unknown } | null)?.faults
  return Array.isArray(faults) ? faults.map(String) : [error instanceof Error ? error.message : String(error)]
}

/** The process's runtime, or the end of the process with one sentence for each fault. */
const runtimeOrExit = (): Runtime => {
  try {
    return runtime()
  } catch (error) {
    for (const fault of toFaults(error)) console.error(`Cannot start: ${fault}.`)
    return process.exit(1)
  }
}

/** Sends traces where the environment says so, and what is left of them when the process stops. */
const startTraces = ({ env, log, drain }: Runtime): void => {
  if (!env.isTraced) return
  startTracing('action-center-web').then(
    (end) => drain.onDrain(() => void end().catch(() => undefined)),
    (error: unknown) => log.error({ cause: serializeError(error) }, 'traces cannot be sent'),
  )
}

/**
 * On SIGTERM new requests are refused and streams close; Next's own handler then lets running requests finish and
 * ends the process. What still runs after five seconds is cut off.
 */
export const start = (): void => {
  const app = runtimeOrExit()
  // While developing, people read what Next says as Next says it.
  if (app.env.isProduction) captureConsole(app.log)
  startAccessLog(app)
  startTraces(app)
  live(app)
  const stop = (signal: NodeJS.Signals): void => {
    app.log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(0), HARD_EXIT_MS).unref()
    app.drain.start()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
