/** The worker's metrics, over the SDK's meter, so that one exporter serves the SDK's metrics and ours. */

import { type MetricsExporterConfig, Runtime } from '@temporalio/worker'
import type { Logger } from 'pino'
import type { Database } from '../../db/client'
import type { ProjectionMeter } from '../activities/projection'
import { selectBacklog } from '../services/scheduled-events'

const PREFIX = 'action_center_'
const LAG = `${PREFIX}projection_lag_seconds`
const DURATION = `${PREFIX}activity_duration_seconds`
const BACKLOG_INTERVAL_MS = 5_000

/** From a write by local activity to one that waited for the end of an outage, in seconds. */
const LAG_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300]
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Configures the SDK's exporter at `bindAddress` with Prometheus' conventions. */
export const prometheusExporter = (bindAddress: string): MetricsExporterConfig => ({
  prometheus: {
    bindAddress,
    countersTotalSuffix: true,
    unitSuffix: true,
    useSecondsForDurations: true,
    histogramBucketOverrides: { [LAG]: LAG_BUCKETS_S, [DURATION]: DURATION_BUCKETS_S },
  },
})

export interface WorkerMeter extends ProjectionMeter {
  recordActivity(one: { activity: string; outcome: 'ok' | 'failed'; isLocal: boolean; seconds: number }): void
  setBacklog(due: number, oldestSeconds: number): void
}

/** Creates a meter over the installed runtime. Without an exporter it does nothing. */
export const createMeter = (): WorkerMeter => {
  const meter = Runtime.instance().metricMeter
  const lag = meter.createHistogram(
    LAG,
    'float',
    undefined,
    'Time from the change of a case, by its workflow, to its row in Postgres, by the worker that wrote it',
  )
  const activities = meter.createCounter(
    `${PREFIX}activities`,
    undefined,
    'Executions of activities, each try counted, by type and outcome',
  )
  const duration = meter.createHistogram(
    DURATION,
    'float',
    undefined,
    'Time that one try of an activity took',
  )
  const breakerOpen = meter.createGauge(
    `${PREFIX}fast_projection_resting`,
    'int',
    undefined,
    '1 while the circuit breaker of the quick projection write is open',
  )
  const due = meter.createGauge(
    `${PREFIX}dispatcher_backlog`,
    'int',
    undefined,
    'Events of services that are due and not delivered to their workflow, of all workers together',
  )
  const oldest = meter.createGauge(
    `${PREFIX}dispatcher_oldest_seconds`,
    'float',
    undefined,
    'How long the oldest of those events has been due',
  )
  breakerOpen.set(0)
  return {
    recordWrite: (kind, lagMs) => lag.record(lagMs / 1_000, { kind }),
    setFastBreakerOpen: (isOpen) => breakerOpen.set(isOpen ? 1 : 0),
    recordActivity: ({ activity, outcome, isLocal, seconds }) => {
      const local = String(isLocal)
      activities.add(1, { activity, outcome, local })
      duration.record(seconds, { activity })
    },
    setBacklog: (count, seconds) => {
      due.set(count)
      oldest.set(seconds)
    },
  }
}

/** Measures the event dispatcher's backlog every 5 s. @returns a function that stops it */
export const watchBacklog = (db: Database, meter: WorkerMeter, log: Logger): (() => void) => {
  const measure = async (): Promise<void> => {
    try {
      const { due, oldestSeconds } = await selectBacklog(db)
      meter.setBacklog(due, oldestSeconds)
    } catch (error) {
      log.debug({ err: error }, 'the event backlog cannot be measured')
    }
  }
  const timer = setInterval(() => void measure(), BACKLOG_INTERVAL_MS).unref()
  void measure()
  return () => clearInterval(timer)
}
