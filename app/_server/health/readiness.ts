/** Readiness of this process: the status of each dependency. */

import { sql } from 'drizzle-orm'
import { checkHealth, countPollers } from '@/temporal/client/check-health'
import { TASK_QUEUES } from '@/temporal/contract/temporal-names'
import { databaseBreaker, temporalBreaker } from '../platform/resilience/dependency-breakers'
import { isTimeout, withTimeout } from '../platform/resilience/timeout'
import type { DependencyStatus, Probe, Runtime } from '../platform/runtime'

const PROBE_BUDGET_MS = 2_000

export interface DependencyReport extends DependencyStatus {
  name: string
}
export interface Readiness {
  status: 'ready' | 'unavailable' | 'draining'
  parts: DependencyReport[]
}

const timed = async (probe: () => Promise<unknown>): Promise<DependencyStatus> => {
  const startedAt = performance.now()
  await probe()
  return { state: 'up', latencyMs: Math.round(performance.now() - startedAt) }
}

const workerProbe =
  (runtime: Runtime, queue: string): Probe =>
  async () => {
    const startedAt = performance.now()
    const pollers = await countPollers(runtime.temporal, queue)
    return { state: pollers > 0 ? 'up' : 'down', latencyMs: Math.round(performance.now() - startedAt) }
  }

const listProbes = (runtime: Runtime): [string, Probe][] => [
  [
    'database',
    () =>
      timed(() => databaseBreaker(runtime).probe(() => runtime.db.execute(sql`select 1`), PROBE_BUDGET_MS)),
  ],
  [
    'temporal',
    () => timed(() => temporalBreaker(runtime).probe(() => checkHealth(runtime.temporal), PROBE_BUDGET_MS)),
  ],
  ...Object.values(TASK_QUEUES).map((queue): [string, Probe] => [
    `worker:${queue}`,
    workerProbe(runtime, queue),
  ]),
  ['listener', runtime.probes.get('listener') ?? (() => ({ state: 'idle', latencyMs: null }))],
]

/** The result of a probe; one that throws, or takes longer than the budget, is down. */
const runProbe = async (probe: Probe): Promise<DependencyStatus> => {
  try {
    return await withTimeout(Promise.resolve(probe()), PROBE_BUDGET_MS)
  } catch (error) {
    return { state: 'down', latencyMs: isTimeout(error) ? PROBE_BUDGET_MS : null }
  }
}

/** Probes all dependencies at once. `idle` is a dependency that was not needed yet. */
export const readiness = async (runtime: Runtime): Promise<Readiness> => {
  const parts = await Promise.all(
    listProbes(runtime).map(async ([name, probe]) => ({ name, ...(await runProbe(probe)) })),
  )
  if (runtime.drain.isDraining) return { status: 'draining', parts }
  return { status: parts.some(({ state }) => state === 'down') ? 'unavailable' : 'ready', parts }
}
