/** Composes the live parts of a process: listener, event streams, and the case reader that uses its notifications. */

import { selectChangesSince } from '@/db/queries/cases/case-changes'
import { queryView } from '@/temporal/client/case-handle'
import type { WorkflowView } from '@/temporal/contract/cases/case'
import { AppError } from '@/temporal/contract/errors'
import { getActorCache } from '../auth/load-actor'
import { databaseBreaker, temporalBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { type CaseListener, createListener } from './case-listener'
import { type CaseReader, createCaseReader } from './case-reader'
import { type QueryHealth, trackQueryHealth } from './query-health'
import { createStreamRegistry, type StreamRegistry } from './stream-registry'

export interface Live {
  listener: CaseListener
  streams: StreamRegistry
  reader: CaseReader
  /** Queries to workflows, with the last one that was not answered. */
  queries: QueryHealth<WorkflowView>
}

const createLive = (runtime: Runtime): Live => {
  const { env, db, temporal, log, drain, probes } = runtime
  const listener = createListener({
    databaseUrl: env.databaseUrl,
    findChanges: (sinceMs, limit) => selectChangesSince(db, sinceMs, limit),
    log,
  })
  const streams = createStreamRegistry()
  const queries = trackQueryHealth(async (caseId: string) => {
    // Fail fast while Temporal itself does not answer.
    if (temporalBreaker(runtime).isOpen) throw new AppError('TEMPORAL_UNAVAILABLE')
    return queryView(temporal, caseId)
  })
  const reader = createCaseReader({
    db,
    breaker: databaseBreaker(runtime),
    queryView: queries.query,
    epoch: () => listener.epoch,
  })
  listener.onNotification((notification) => {
    // The reader first, since subscribers of the streams read the case at once.
    reader.setLatestVersion(notification.caseId, notification.version)
    streams.publish(notification)
  })
  listener.onGap(streams.refetch)
  getActorCache(runtime).onInvalidate((userId) => void streams.checkEntitlement(`user:${userId}`))
  probes.set('listener', () => ({ state: listener.epoch === null ? 'down' : 'up', latencyMs: null }))
  drain.onDrain(() => {
    streams.close()
    void listener.stop()
  })
  listener.start()
  return {
    listener,
    streams,
    reader,
    queries,
  }
}

/** The live parts of this process, started at first use. */
export const live = (runtime: Runtime): Live => runtime.shared('live', () => createLive(runtime))
