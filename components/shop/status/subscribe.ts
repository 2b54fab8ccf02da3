/** Follows an event stream for as long as a page is open. Browser only. */

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** The server pings every 15 s; what is silent for longer is dead, whatever the browser says. */
const SILENCE_MS = 40_000

export type SubscriptionState = 'connecting' | 'connected' | 'reconnecting'

interface Handlers {
  /** Something changed, up to this version; null where anything may have, while nobody was listening. */
  onChange: (version: number | null) => void
  onState: (state: SubscriptionState) => void
}

/**
 * Opens `url` and opens it again, with growing pauses, whenever it ends or falls silent; `EventSource` alone gives
 * up for good on a refusal. Returns how to stop.
 */
export const subscribe = (url: string, { onChange, onState }: Handlers): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const later = (run: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
  const reconnect = () => {
    source?.close()
    onState('reconnecting')
    // Half of the pause is chance, so that a thousand pages do not come back at once.
    const pause = Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS)
    later(open, pause * (0.5 + Math.random() / 2))
  }
  const resetSilenceTimer = () => later(reconnect, SILENCE_MS)
  const ready = () => {
    resetSilenceTimer()
    failures = 0
    onState('connected')
    // Also the first time: the order may have moved on between the page and the stream.
    onChange(null)
  }
  const open = () => {
    source = new EventSource(url)
    source.addEventListener('ready', ready)
    source.addEventListener('ping', resetSilenceTimer)
    source.addEventListener('case', (event: MessageEvent<string>) => {
      resetSilenceTimer()
      onChange((JSON.parse(event.data) as { version: number }).version)
    })
    source.onerror = reconnect
    resetSilenceTimer()
  }

  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
