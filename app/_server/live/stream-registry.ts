/** The open event streams of this process: filters, limits, slow clients, resumption. */

import { randomBytes } from 'node:crypto'
import type { CaseNotification } from '@/db/case-notification'
import { AppError } from '@/temporal/contract/errors'
import { parseWholeNumber } from '@/temporal/contract/numbers'
import { type EventStream, openEventStream } from './sse'

/** The event that a subscriber gets for a notification, or null. Ids and versions only. */
export type EventFilter = (notification: CaseNotification) => object | null

/** Owner of a stream; each has a limit, so that one cannot use up all streams. */
export interface StreamOwner {
  key: string
  maxStreams: number
  /** Whether the stream may go on, asked once a minute and after changes of the account. Absent: always. */
  isEntitled?: () => Promise<boolean>
}

export interface StreamRegistry {
  readonly size: number
  /**
   * Opens a stream. Its first event `ready` says whether it resumes after `lastEventId`.
   * @throws AppError TOO_MANY_STREAMS, in total or of one owner
   */
  open(filter: EventFilter, lastEventId: string | null, owner: StreamOwner): Response
  publish(notification: CaseNotification): void
  /** Tells all subscribers that events were missed, so that they refetch their data. */
  refetch(): void
  /** Ends the streams of `ownerKey` whose session is over, with an event `ended`. */
  checkEntitlement(ownerKey: string): Promise<void>
  /** Closes all streams; browsers reconnect by themselves. */
  close(): void
}

export interface StreamLimits {
  maxStreams: number
  /** Events of one case within this time are merged into one. */
  mergeMs: number
  pingMs: number
  /** A client whose buffer is full for so long is disconnected. */
  slowMs: number
  /** After this time the client must reconnect and authenticate, since its permissions may have changed. */
  maxAgeMs: number
  /** Time between two checks of one stream's session. */
  checkMs: number
}

const DEFAULT_LIMITS: StreamLimits = {
  maxStreams: 2_000,
  mergeMs: 50,
  pingMs: 15_000,
  slowMs: 30_000,
  maxAgeMs: 5 * 60_000,
  checkMs: 60_000,
}
/** Notifications stored for resumption. */
const HISTORY_SIZE = 1_000
const MAX_WAITING_CASES = 1_000

interface Subscriber {
  owner: StreamOwner
  /** Time of the last check of its session, in milliseconds since 1970. */
  checkedAtMs: number
  stream: EventStream
  filter: EventFilter
  /** The newest unsent event of each case. */
  waiting: Map<string, object>
}

/** The last notifications, numbered. Event ids are valid in the process that issued them only. */
const createHistory = () => {
  const process = randomBytes(6).toString('hex')
  const notifications: CaseNotification[] = []
  let last = 0
  return {
    get id() {
      return `${process}-${last}`
    },
    add(notification: CaseNotification) {
      last++
      notifications.push(notification)
      if (notifications.length > HISTORY_SIZE) notifications.shift()
    },
    /** Notifications after `id`, or null when not all of them are stored. */
    since(id: string | null): CaseNotification[] | null {
      const [from, number] = id?.split('-') ?? []
      const missed = last - (parseWholeNumber(number ?? '') ?? Number.NaN)
      if (from !== process || !(missed >= 0 && missed <= notifications.length)) return null
      return missed === 0 ? [] : notifications.slice(-missed)
    },
    clear() {
      notifications.length = 0
      last++
    },
  }
}

/** An empty registry. */
export const createStreamRegistry = (limits: Partial<StreamLimits> = {}): StreamRegistry => {
  const { maxStreams, mergeMs, pingMs, slowMs, maxAgeMs, checkMs } = { ...DEFAULT_LIMITS, ...limits }
  const history = createHistory()
  const subscribers = new Set<Subscriber>()
  let flushing: ReturnType<typeof setTimeout> | undefined
  let pinging: ReturnType<typeof setInterval> | undefined

  const flush = ({ stream, waiting }: Subscriber): void => {
    for (const [caseId, data] of waiting) {
      // Only the last event carries an id: before it this subscriber is not up to date.
      if (!stream.send('case', data, waiting.size === 1 ? history.id : undefined)) return
      waiting.delete(caseId)
    }
  }
  const flushSoon = (): void => {
    flushing ??= setTimeout(() => {
      flushing = undefined
      for (const subscriber of subscribers) flush(subscriber)
    }, mergeMs)
  }
  const enqueue = (subscriber: Subscriber, notification: CaseNotification): void => {
    const data = subscriber.filter(notification)
    if (data) subscriber.waiting.set(notification.caseId, data)
    if (subscriber.waiting.size > MAX_WAITING_CASES) subscriber.stream.close()
  }
  const sendReady = (subscriber: Subscriber, isResumed: boolean): void => {
    const now = new Date().toISOString()
    // A subscriber that resumes still waits for missed events, so `ready` carries no id. One whose buffer is full must
    // reconnect.
    const id = isResumed ? undefined : history.id
    if (!subscriber.stream.send('ready', { now, resumed: isResumed }, id)) subscriber.stream.close()
  }
  const ping = (): void => {
    const now = Date.now()
    for (const { stream, waiting } of subscribers) {
      const isSlow = stream.fullSince !== null && now - stream.fullSince > slowMs
      if (isSlow || now - stream.openedAt > maxAgeMs) stream.close()
      else stream.send('ping', {}, waiting.size === 0 ? history.id : undefined)
    }
    void check([...subscribers].filter(({ checkedAtMs }) => now - checkedAtMs > checkMs))
  }
  /** One after the other: a check may read Postgres. */
  const check = async (due: readonly Subscriber[]): Promise<void> => {
    const now = Date.now()
    // At once, so that the next ping does not check the same ones beside a slow check.
    for (const subscriber of due) subscriber.checkedAtMs = now
    for (const subscriber of due) {
      if (!subscribers.has(subscriber)) continue
      if (await (subscriber.owner.isEntitled?.() ?? true)) continue
      subscriber.stream.send('ended', {})
      subscriber.stream.close()
    }
  }
  const countByOwner = (key: string): number => {
    let count = 0
    for (const { owner } of subscribers) if (owner.key === key) count++
    return count
  }
  const add = (filter: EventFilter, owner: StreamOwner): Subscriber => {
    const stream = openEventStream(
      () => flush(subscriber),
      () => {
        subscribers.delete(subscriber)
        if (subscribers.size === 0) clearInterval(pinging)
      },
    )
    const subscriber: Subscriber = { owner, checkedAtMs: Date.now(), stream, filter, waiting: new Map() }
    if (subscribers.size === 0) pinging = setInterval(ping, pingMs).unref()
    subscribers.add(subscriber)
    return subscriber
  }

  return {
    get size() {
      return subscribers.size
    },
    open(filter, lastEventId, owner) {
      if (subscribers.size >= maxStreams || countByOwner(owner.key) >= owner.maxStreams)
        throw new AppError('TOO_MANY_STREAMS')
      const missed = history.since(lastEventId)
      const subscriber = add(filter, owner)
      sendReady(subscriber, missed !== null)
      for (const notification of missed ?? []) enqueue(subscriber, notification)
      flush(subscriber)
      return subscriber.stream.response
    },
    publish(notification) {
      history.add(notification)
      for (const subscriber of subscribers) enqueue(subscriber, notification)
      flushSoon()
    },
    refetch() {
      history.clear()
      for (const subscriber of subscribers) {
        subscriber.waiting.clear()
        sendReady(subscriber, false)
      }
    },
    checkEntitlement: (ownerKey) => check([...subscribers].filter(({ owner }) => owner.key === ownerKey)),
    close() {
      clearTimeout(flushing)
      for (const subscriber of subscribers) subscriber.stream.close()
    },
  }
}
