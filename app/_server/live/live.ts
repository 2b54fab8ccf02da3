/** The live side of a process: one listener, its streams, and the reader that its notices keep honest. */

import { selectChangesSince } from '@/db/queries/cases/case-changes'
import { queryView } from '@/temporal/client/case-handle'
import type { WorkflowView } from '@/temporal/contract/cases/case'
import { AppError } from '@/temporal/contract/errors'
import { databaseBreaker, temporalBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { type CaseReader, createCaseReader } from './case-reader'
import { type CaseListener, createListener } from './listener'
import { type QueryHealth, trackQueryHealth } from './query-health'
import { createStreamRegistry, type StreamRegistry } from './stream-registry'

export interface Live {
  listener: CaseListener
  streams: StreamRegistry
  reader: CaseReader
  /** Questions to workflows, and which of them went unanswered. */
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
    // Nobody waits for a workflow while Temporal itself does not answer.
    if (temporalBreaker(runtime).isOpen) throw new AppError('TEMPORAL_UNAVAILABLE')
    return queryView(temporal, caseId)
  })
  const reader = createCaseReader({
    db,
    rest: databaseBreaker(runtime),
    queryView: queries.query,
    epoch: () => listener.epoch,
  })
  listener.onNotification((notice) => {
    // The reader first: who is told by a stream asks at once.
    reader.setLatestVersion(notice.caseId, notice.version)
    streams.publish(notice)
  })
  listener.onGap(streams.refetch)
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

/** The process's live side, started by whoever asks first. */
export const live = (runtime: Runtime): Live => runtime.shared('live', () => createLive(runtime))
