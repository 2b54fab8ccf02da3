/** Every open event stream of this process: who is told of which change, who is too slow, who must come back. */

import { randomBytes } from 'node:crypto'
import type { CaseNotification } from '@/db/case-notification'
import { AppError } from '@/temporal/contract/errors'
import { type EventStream, openEventStream } from './sse'

/** What a reader is told of a notice, or null where it is none of theirs. Ids and versions only. */
export type EventFilter = (notice: CaseNotification) => object | null

/** Whose stream it is: nobody may take the places of all others. */
export interface StreamOwner {
  key: string
  maxStreams: number
}

export interface StreamRegistry {
  readonly size: number
  /**
   * Opens a stream. It begins with `ready`, which says whether it goes on where `lastEventId` left off.
   * @throws AppError TOO_MANY_STREAMS, of all together or of one holder
   */
  open(telling: EventFilter, lastEventId: string | null, holder: StreamOwner): Response
  publish(notice: CaseNotification): void
  /** Tells every reader that something was missed: whatever they show must be read again. */
  refetch(): void
  /** Closes all streams; browsers come back by themselves. */
  close(): void
}

export interface StreamLimits {
  maxStreams: number
  /** Events of one case within this time are told once. */
  mergeMs: number
  pingMs: number
  /** A client that reads nothing for so long is dropped. */
  slowMs: number
  /** Then the client must come back and show who it is: what it may see can have changed. */
  maxAgeMs: number
}

const DEFAULT_LIMITS: StreamLimits = {
  maxStreams: 2_000,
  mergeMs: 50,
  pingMs: 15_000,
  slowMs: 30_000,
  maxAgeMs: 5 * 60_000,
}
/** Notices that are kept for readers who come back. */
const HISTORY_SIZE = 1_000
const MAX_WAITING_CASES = 1_000

interface Subscriber {
  ownerKey: string
  stream: EventStream
  filter: EventFilter
  /** Newest untold change of each case. */
  waiting: Map<string, object>
}

/** The last notices, numbered. A number means something to the process that gave it only. */
const createHistory = () => {
  const process = randomBytes(6).toString('hex')
  const kept: CaseNotification[] = []
  let last = 0
  return {
    get id() {
      return `${process}-${last}`
    },
    add(notice: CaseNotification) {
      last++
      kept.push(notice)
      if (kept.length > HISTORY_SIZE) kept.shift()
    },
    /** Notices after `id`, or null where they are not all known. */
    since(id: string | null): CaseNotification[] | null {
      const [from, number] = id?.split('-') ?? []
      const missed = last - Number(number)
      if (from !== process || !(missed >= 0 && missed <= kept.length)) return null
      return missed === 0 ? [] : kept.slice(-missed)
    },
    clear() {
      kept.length = 0
      last++
    },
  }
}

/** The streams of one process. */
export const createStreamRegistry = (limits: Partial<StreamLimits> = {}): StreamRegistry => {
  const { maxStreams, mergeMs, pingMs, slowMs, maxAgeMs } = { ...DEFAULT_LIMITS, ...limits }
  const history = createHistory()
  const readers = new Set<Subscriber>()
  let flushing: ReturnType<typeof setTimeout> | undefined
  let pinging: ReturnType<typeof setInterval> | undefined

  const flush = ({ stream, waiting }: Subscriber): void => {
    for (const [caseId, data] of waiting) {
      // Only the last one says how far this reader has come.
      if (!stream.send('case', data, waiting.size === 1 ? history.id : undefined)) return
      waiting.delete(caseId)
    }
  }
  const flushSoon = (): void => {
    flushing ??= setTimeout(() => {
      flushing = undefined
      for (const reader of readers) flush(reader)
    }, mergeMs)
  }
  const enqueue = (reader: Subscriber, notice: CaseNotification): void => {
    const data = reader.filter(notice)
    if (data) reader.waiting.set(notice.caseId, data)
    if (reader.waiting.size > MAX_WAITING_CASES) reader.stream.close()
  }
  const sendReady = (reader: Subscriber, isResumed: boolean): void => {
    const now = new Date().toISOString()
    // Who cannot be told must come back, and is told then.
    // What was missed is still to be told, so a reader who resumes has not come as far as the newest.
    const id = isResumed ? undefined : history.id
    if (!reader.stream.send('ready', { now, resumed: isResumed }, id)) reader.stream.close()
  }
  const ping = (): void => {
    const now = Date.now()
    for (const { stream, waiting } of readers) {
      const isSlow = stream.fullSince !== null && now - stream.fullSince > slowMs
      if (isSlow || now - stream.openedAt > maxAgeMs) stream.close()
      else stream.send('ping', {}, waiting.size === 0 ? history.id : undefined)
    }
  }
  const countByOwner = (key: string): number => {
    let count = 0
    for (const { ownerKey: holder } of readers) if (holder === key) count++
    return count
  }
  const add = (telling: EventFilter, holder: string): Subscriber => {
    const stream = openEventStream(
      () => flush(reader),
      () => {
        readers.delete(reader)
        if (readers.size === 0) clearInterval(pinging)
      },
    )
    const reader: Subscriber = { ownerKey: holder, stream, filter: telling, waiting: new Map() }
    if (readers.size === 0) pinging = setInterval(ping, pingMs).unref()
    readers.add(reader)
    return reader
  }

  return {
    get size() {
      return readers.size
    },
    open(telling, lastEventId, holder) {
      if (readers.size >= maxStreams || countByOwner(holder.key) >= holder.maxStreams)
        throw new AppError('TOO_MANY_STREAMS')
      const missed = history.since(lastEventId)
      const reader = add(telling, holder.key)
      sendReady(reader, missed !== null)
      for (const notice of missed ?? []) enqueue(reader, notice)
      flush(reader)
      return reader.stream.response
    },
    publish(notice) {
      history.add(notice)
      for (const reader of readers) enqueue(reader, notice)
      flushSoon()
    },
    refetch() {
      history.clear()
      for (const reader of readers) {
        reader.waiting.clear()
        sendReady(reader, false)
      }
    },
    close() {
      clearTimeout(flushing)
      for (const reader of readers) reader.stream.close()
    },
  }
}
