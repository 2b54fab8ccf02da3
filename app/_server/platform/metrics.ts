/** Metrics of the web process, shared by all copies of a module in the build. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CaseKind } from '../../../temporal/contract/cases/case-ids'
import type { Runtime } from './runtime'

const PREFIX = 'action_center_'
/** Histogram buckets in seconds, from a cached response to the deadline of an update. */
const DURATIONS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface CountedRequest {
  method: string
  route: string
  status: number
  /** Null for an event stream, which lasts as long as its client stays. */
  seconds: number | null
}

export interface Metrics {
  readonly registry: Registry
  request(one: CountedRequest): void
  workflowStart(kind: CaseKind, outcome: string): void
  decision(outcome: string): void
  /** Gauges that are set when the metrics are collected. */
  readonly gauges: {
    readonly sseClients: Gauge
    readonly listenerUp: Gauge
    readonly connections: Gauge<'state'>
    readonly connectionsWaiting: Gauge
    readonly dependencyUp: Gauge<'part'>
    readonly dependencyLatency: Gauge<'part'>
    readonly workerUp: Gauge<'worker'>
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const createGauges = (registers: Registry[]): Metrics['gauges'] => {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: PREFIX + name, help, labelNames, registers })
  return {
    sseClients: gauge('sse_clients', 'Open event streams of this process'),
    listenerUp: gauge('listener_up', '1 while this process receives every change of a case from Postgres'),
    connections: gauge('database_connections', 'Connections of the pool to Postgres, by state', ['state']),
    connectionsWaiting: gauge('database_waiting', 'Queries that wait for a connection of the pool'),
    dependencyUp: gauge('part_up', '1 while the dependency answers, as in /api/ready', ['part']),
    dependencyLatency: gauge('part_latency_seconds', 'Latency of the last probe of the dependency', ['part']),
    workerUp: gauge('worker_up', '1 when the metrics of this worker could be read', ['worker']),
  }
}

/** Metrics on a new registry. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: PREFIX + name, help, labelNames, registers })
  const requests = counter('http_requests_total', 'Answered requests, by method, route template and status', [
    'method',
    'route',
    'status',
  ])
  const durations = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'Time from the arrival of a request to the end of its answer; event streams are left out',
    labelNames: ['method', 'route'],
    buckets: DURATIONS_S,
    registers,
  })
  const starts = counter(
    'workflow_starts_total',
    'Requests to start a workflow: started, replayed (its key had started it), refused, unavailable, failed. Approvals that orders start are not requests',
    ['kind', 'outcome'],
  )
  const decisions = counter(
    'decisions_total',
    'Answered requests to decide: approved, rejected, pending (not known yet), already_decided, refused, unavailable, failed. A repeat of the same decision is answered, and counted, again',
    ['outcome'],
  )
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    request({ method: given, route, status, seconds }) {
      const method = METHODS.has(given) ? given : 'OTHER'
      requests.inc({ method, route, status: String(status) })
      if (seconds !== null) durations.observe({ method, route }, seconds)
    },
    workflowStart: (kind, outcome) => starts.inc({ kind, outcome }),
    decision: (outcome) => decisions.inc({ outcome }),
    gauges: createGauges(registers),
  }
}

/** The metrics of this process. */
export const getMetrics = (runtime: Runtime): Metrics => runtime.shared('metrics', createMetrics)
