/** A server-sent event stream that reconnects. `EventSource` alone gives up after a refusal, such as a 503. */

import { type Backoff, backoffMs } from '@/temporal/contract/backoff'

/** The server closes streams every few minutes, and the browser resumes them. Lost this long after its first try. */
const RESUME_MS = 4_000
/** The server pings every 15 s: after two missed pings the connection is dead. */
export const SILENCE_MS = 40_000

/** Delays before staff's pages connect again; with jitter, so that many browsers do not do so at once. */
export const LIVE_BACKOFF = { firstMs: 500, maxMs: 15_000, jitter: true }
/** The same for customers' pages, which are more and in less of a hurry. */
export const STATUS_BACKOFF = { firstMs: 1_000, maxMs: 30_000, jitter: true }

/**
 * `ready`: connected, and changes before this moment may have been missed. `lost`: a retry is scheduled. `ended`: the
 * session that opened the stream is over.
 */
export type StreamMessage<C> =
  | { kind: 'ready' }
  | { kind: 'ping' }
  | { kind: 'lost' }
  | { kind: 'ended' }
  | { kind: 'case'; change: C }

interface Options<C> {
  backoff: Backoff
  /** Reads the change from the data of a `case` event; null for data that is not valid, which is ignored. */
  parse: (data: EventData) => C | null
  onMessage: (message: StreamMessage<C>) => void
  /** Called when the stream breaks, also where the browser may resume it. */
  onBreak?: () => void
}

/** Members of an event's data; none where it is not a JSON object. */
export type EventData = Readonly<Record<string, unknown>>

const parseData = (data: string): EventData => {
  try {
    return Object(JSON.parse(data))
  } catch {
    return {}
  }
}

/** Opens `url` and keeps it open. Returns a function that closes it. Browser only. */
export const openEventStream = <C>(
  url: string,
  { backoff, parse, onMessage, onBreak }: Options<C>,
): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let retries = 0
  let isResuming = false

  const schedule = (run: () => void, delayMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(run, delayMs)
  }
  const receive = (message: StreamMessage<C>) => {
    retries = 0
    isResuming = false
    schedule(reconnect, SILENCE_MS)
    onMessage(message)
  }
  const reconnect = () => {
    source?.close()
    source = null
    onMessage({ kind: 'lost' })
    schedule(connect, backoffMs(retries++, backoff))
  }
  const onError = () => {
    onBreak?.()
    if (source?.readyState !== EventSource.CONNECTING) return reconnect()
    // The browser tries every second: a later failure must not extend the wait for ever.
    if (!isResuming) schedule(reconnect, RESUME_MS)
    isResuming = true
  }
  const connect = () => {
    source?.close()
    isResuming = false
    source = new EventSource(url)
    source.addEventListener('ready', () => receive({ kind: 'ready' }))
    source.addEventListener('ping', () => receive({ kind: 'ping' }))
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const change = parse(parseData(data))
      if (change !== null) receive({ kind: 'case', change })
    })
    // The server closes the stream; a retry succeeds once somebody is signed in again.
    source.addEventListener('ended', () => {
      onMessage({ kind: 'ended' })
      reconnect()
    })
    source.addEventListener('error', onError)
    schedule(reconnect, SILENCE_MS)
  }
  // Back on the network: do not wait for the next retry.
  const onOnline = () => {
    if (source === null) connect()
  }

  window.addEventListener('online', onOnline)
  connect()
  return () => {
    window.removeEventListener('online', onOnline)
    clearTimeout(timer)
    source?.close()
  }
}
