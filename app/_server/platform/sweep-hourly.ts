import { serializeError } from '../../../temporal/contract/log-redaction'
import type { Runtime } from './runtime'

const SWEEP_INTERVAL_MS = 3_600_000

/**
 * Runs `sweep` in the background, unless this process started or ran it within the last hour. A failure is logged and
 * waits for the next sweep.
 * @param rows what the sweep deletes, for the log
 */
export const sweepHourly = (
  runtime: Pick<Runtime, 'shared' | 'log'>,
  rows: string,
  sweep: () => Promise<void>,
): void => {
  const next = runtime.shared(`sweep of ${rows}`, () => ({ atMs: Date.now() + SWEEP_INTERVAL_MS }))
  if (Date.now() < next.atMs) return
  next.atMs = Date.now() + SWEEP_INTERVAL_MS
  sweep().catch((error: unknown) =>
    runtime.log.warn({ cause: serializeError(error) }, `expired ${rows} were not deleted`),
  )
}
