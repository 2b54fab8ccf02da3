/** The live side of a process: one listener, its streams, and the reader that its notices keep honest. */

import { changesSince } from '@/db/queries/changes'
import type { View } from '@/temporal/contract/case'
import { Refusal } from '@/temporal/contract/errors'
import { type CaseReader, createCaseReader } from '../cases/case-reader'
import { databaseRest, temporalRest } from '../resting'
import type { Runtime } from '../runtime'
import { type CaseListener, createListener } from './listener'
import { type QueryWatch, watchQueries } from './query-watch'
import { createStreams, type StreamRegistry } from './streams'

export interface Live {
  listener: CaseListener
  streams: StreamRegistry
  reader: CaseReader
  /** Questions to workflows, and which of them went unanswered. */
  queries: QueryWatch<View>
}

const createLive = (runtime: Runtime): Live => {
  const { env, db, gateway, log, drain, probes } = runtime
  const listener = createListener({
    databaseUrl: env.databaseUrl,
    findChanges: (sinceMs, limit) => changesSince(db, sinceMs, limit),
    log,
  })
  const streams = createStreams()
  const queries = watchQueries(async (caseId: string) => {
    // Nobody waits for a workflow while Temporal itself does not answer.
    if (temporalRest(runtime).isResting) throw new Refusal('TEMPORAL_UNAVAILABLE')
    return gateway.queryView(caseId)
  })
  const reader = createCaseReader({
    db,
    rest: databaseRest(runtime),
    gateway: { queryView: queries.query },
    epoch: () => listener.epoch,
  })
  listener.onNotice((notice) => {
    // The reader first: who is told by a stream asks at once.
    reader.learn(notice.caseId, notice.version)
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
