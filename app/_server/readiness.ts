/** How each part of the product is doing. */

import { sql } from 'drizzle-orm'
import { TASK_QUEUES } from '@/temporal/contract/messages'
import { databaseRest, temporalRest } from './resting'
import type { PartStatus, Probe, Runtime } from './runtime'

const PROBE_BUDGET_MS = 2_000

export interface PartReport extends PartStatus {
  name: string
}
export interface Readiness {
  status: 'ready' | 'unavailable' | 'draining'
  parts: PartReport[]
}

const timed = async (probe: () => Promise<unknown>): Promise<PartStatus> => {
  const startedAt = performance.now()
  await probe()
  return { state: 'up', latencyMs: Math.round(performance.now() - startedAt) }
}

const workerProbe =
  (runtime: Runtime, queue: string): Probe =>
  async () => {
    const startedAt = performance.now()
    const pollers = await runtime.gateway.pollers(queue)
    return { state: pollers > 0 ? 'up' : 'down', latencyMs: Math.round(performance.now() - startedAt) }
  }

const probesOf = (runtime: Runtime): [string, Probe][] => [
  [
    'database',
    () => timed(() => databaseRest(runtime).probe(() => runtime.db.execute(sql`select 1`), PROBE_BUDGET_MS)),
  ],
  ['temporal', () => timed(() => temporalRest(runtime).probe(runtime.gateway.health, PROBE_BUDGET_MS))],
  ...Object.values(TASK_QUEUES).map((queue): [string, Probe] => [
    `worker:${queue}`,
    workerProbe(runtime, queue),
  ]),
  ['listener', runtime.probes.get('listener') ?? (() => ({ state: 'idle', latencyMs: null }))],
]

const overdue = (): { promise: Promise<PartStatus>; cancel: () => void } => {
  let timer: NodeJS.Timeout | undefined
  const promise = new Promise<PartStatus>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'down', latencyMs: PROBE_BUDGET_MS }), PROBE_BUDGET_MS)
  })
  return { promise, cancel: () => clearTimeout(timer) }
}

/** The probe's answer; one that throws, or takes longer than the budget, is down. */
const ask = async (probe: Probe): Promise<PartStatus> => {
  const limit = overdue()
  try {
    return await Promise.race([Promise.resolve(probe()), limit.promise])
  } catch {
    return { state: 'down', latencyMs: null }
  } finally {
    limit.cancel()
  }
}

/** Asks every part at once. `idle` is a part that nobody has needed yet. */
export const readiness = async (runtime: Runtime): Promise<Readiness> => {
  const parts = await Promise.all(
    probesOf(runtime).map(async ([name, probe]) => ({ name, ...(await ask(probe)) })),
  )
  if (runtime.drain.isDraining) return { status: 'draining', parts }
  return { status: parts.some(({ state }) => state === 'down') ? 'unavailable' : 'ready', parts }
}
