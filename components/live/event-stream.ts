/** One server-sent event stream that comes back by itself. `EventSource` alone gives up after a 503. */

import { type LiveMessage, parseChange } from './stream-messages'

const FIRST_RETRY_MS = 500
const MAX_RETRY_MS = 15_000
/** What the browser gets to resume a stream by itself before we call it lost. */
const RESUME_MS = 4_000
/** The server pings every 15 s; two missed pings and a little mean that the line is dead. */
export const SILENCE_MS = 40_000

/** Wait before the next try: doubled each time, with jitter so that a thousand browsers do not come back at once. */
export const retryDelayMs = (attempt: number, random = Math.random()): number =>
  Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (0.5 + random / 2)

/**
 * Opens `url` and keeps it open.
 * @returns a function that closes it for good
 */
export const openEventStream = (url: string, onMessage: (message: LiveMessage) => void): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  const after = (delayMs: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, delayMs)
  }
  const receive = (message: LiveMessage) => {
    attempt = 0
    after(SILENCE_MS, reopen)
    onMessage(message)
  }
  const reopen = () => {
    source?.close()
    source = null
    onMessage({ kind: 'lost' })
    after(retryDelayMs(attempt++), connect)
  }
  const connect = () => {
    source?.close()
    source = new EventSource(url)
    source.addEventListener('ready', () => receive({ kind: 'ready' }))
    source.addEventListener('ping', () => receive({ kind: 'ping' }))
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const change = parseChange(data)
      if (change) receive({ kind: 'case', change })
    })
    source.addEventListener('error', () => {
      // The server ends a stream every few minutes, and the browser resumes it where it left off.
      if (source?.readyState === EventSource.CONNECTING) after(RESUME_MS, reopen)
      else reopen()
    })
    after(SILENCE_MS, reopen)
  }
  // The machine is back on the network: no reason to sit out the wait.
  const online = () => {
    if (source === null) connect()
  }

  window.addEventListener('online', online)
  connect()
  return () => {
    window.removeEventListener('online', online)
    clearTimeout(timer)
    source?.close()
  }
}
