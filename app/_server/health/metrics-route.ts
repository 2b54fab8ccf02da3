/** `/api/metrics`: counters and gauges of this process, and the metrics of the workers. */

import { live } from '../live/live'
import { getMetrics, type Metrics } from '../platform/metrics'
import type { Runtime } from '../platform/runtime'
import { type MetricsText, mergeMetrics } from './merge-metrics'
import { readiness } from './readiness'

/** A worker that takes longer is shown as down. */
const WORKER_TIMEOUT_MS = 1_000

const setDependencyGauges = async (runtime: Runtime, { gauges }: Metrics): Promise<void> => {
  const { parts } = await readiness(runtime)
  gauges.dependencyLatency.reset()
  for (const { name, state, latencyMs } of parts) {
    gauges.dependencyUp.set({ part: name }, state === 'down' ? 0 : 1)
    if (latencyMs !== null) gauges.dependencyLatency.set({ part: name }, latencyMs / 1_000)
  }
}

const setProcessGauges = (runtime: Runtime, { gauges }: Metrics): void => {
  const { streams, listener } = live(runtime)
  const { totalCount, idleCount, waitingCount } = runtime.pool
  gauges.sseClients.set(streams.size)
  gauges.listenerUp.set(listener.epoch === null ? 0 : 1)
  gauges.connections.set({ state: 'busy' }, totalCount - idleCount)
  gauges.connections.set({ state: 'idle' }, idleCount)
  gauges.connectionsWaiting.set(waitingCount)
}

/** The metrics of a worker, labelled by its address; null when it does not answer. */
const fetchWorkerMetrics = async ({ gauges }: Metrics, url: string): Promise<MetricsText | null> => {
  const worker = new URL(url).host
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WORKER_TIMEOUT_MS), cache: 'no-store' })
    const text = await response.text()
    gauges.workerUp.set({ worker }, response.ok ? 1 : 0)
    return response.ok ? { text, labels: { worker } } : null
  } catch {
    // Any error means that the worker is down, as the gauge says.
    gauges.workerUp.set({ worker }, 0)
    return null
  }
}

/** All metrics in Prometheus text format. It does not fail when a dependency is down. */
export const renderMetrics = async (runtime: Runtime): Promise<{ text: string; contentType: string }> => {
  const metrics = getMetrics(runtime)
  setProcessGauges(runtime, metrics)
  const [workers] = await Promise.all([
    Promise.all(runtime.env.workerMetricsUrls.map((url) => fetchWorkerMetrics(metrics, url))),
    setDependencyGauges(runtime, metrics),
  ])
  const { registry } = metrics
  const own = { text: await registry.metrics(), labels: {} }
  return {
    text: mergeMetrics([own, ...workers.filter((metricsText) => metricsText !== null)]),
    contentType: registry.contentType,
  }
}
