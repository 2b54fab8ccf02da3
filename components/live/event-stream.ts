/** A server-sent event stream that reconnects. `EventSource` alone gives up after a refusal, such as a 503. */

import { type Backoff, backoffMs } from '@/temporal/contract/backoff'

/** The server closes streams every few minutes. The browser resumes them; after this time the stream counts as lost. */
const RESUME_MS = 4_000
/** The server pings every 15 s: after two missed pings the connection is dead. */
export const SILENCE_MS = 40_000

/** `ready`: connected, and changes before this moment may have been missed. `lost`: a retry is scheduled. */
export type StreamMessage<C> =
  | { kind: 'ready' }
  | { kind: 'ping' }
  | { kind: 'lost' }
  | { kind: 'case'; change: C }

interface Options<C> {
  backoff: Backoff
  /** Parses the data of a `case` event; null for data that is not valid, which is ignored. */
  parse: (data: string) => C | null
  onMessage: (message: StreamMessage<C>) => void
}

/** Opens `url` and keeps it open. Returns a function that closes it. Browser only. */
export const openEventStream = <C>(url: string, { backoff, parse, onMessage }: Options<C>): (() => void) => {
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
    if (source?.readyState !== EventSource.CONNECTING) reconnect()
    // Further errors while the browser resumes do not extend its time.
    else if (!isResuming) {
      isResuming = true
      schedule(reconnect, RESUME_MS)
    }
  }
  const connect = () => {
    isResuming = false
    source?.close()
    source = new EventSource(url)
    source.addEventListener('ready', () => receive({ kind: 'ready' }))
    source.addEventListener('ping', () => receive({ kind: 'ping' }))
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const change = parse(data)
      if (change !== null) receive({ kind: 'case', change })
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
