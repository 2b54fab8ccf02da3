/** Start and shutdown of the web process. */

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

/** The runtime of this process. Exits with one sentence for each fault of the environment. */
const runtimeOrExit = (): Runtime => {
  try {
    return runtime()
  } catch (error) {
    for (const fault of toFaults(error)) console.error(`Cannot start: ${fault}.`)
    return process.exit(1)
  }
}

/** Starts tracing if the environment configures it; the remaining spans are sent at shutdown. */
const startTraces = ({ env, log, drain }: Runtime): void => {
  if (!env.isTraced) return
  startTracing('action-center-web').then(
    (end) => drain.onDrain(() => void end().catch(() => undefined)),
    (error: unknown) => log.error({ cause: serializeError(error) }, 'traces cannot be sent'),
  )
}

/**
 * Starts the process. On SIGTERM new requests are refused and streams close; the handler of Next.js then lets running
 * requests finish and exits. After five seconds the process exits in any case.
 */
export const start = (): void => {
  const app = runtimeOrExit()
  // In development the output of Next.js stays readable for people.
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
