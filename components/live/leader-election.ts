/** One stream for each browser: the tab that holds the lock listens, and tells the others. */

import { openEventStream } from './event-stream'
import type { LiveMessage, TabMessage } from './stream-messages'

/**
 * Joins the live stream of `person`; tabs of the same person share it.
 * @param onMessage gets every message, whichever tab heard it
 * @returns a function that leaves; another tab then takes over
 */
export const joinEventStream = (
  url: string,
  person: string,
  onMessage: (message: LiveMessage) => void,
): (() => void) => {
  const name = `live:${person}`
  // Locks exist in secure contexts only; without them each tab has a stream of its own.
  if (!navigator.locks || !window.BroadcastChannel) return openEventStream(url, onMessage)

  const channel = new BroadcastChannel(name)
  const broadcast = (message: TabMessage) => channel.postMessage(message)
  const tabId = crypto.randomUUID()
  const leaving = new AbortController()
  let isLeader = false
  let isConnected = false

  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'heard') onMessage(data.message)
    else if (data.kind === 'hello' && isLeader) broadcast({ kind: 'welcome', to: data.from, isConnected })
    else if (data.kind === 'welcome' && data.to === tabId)
      onMessage({ kind: data.isConnected ? 'ready' : 'lost' })
  }
  const lead = () =>
    new Promise<void>((release) => {
      // The lock may be granted in the moment of leaving, when it is too late to be called off.
      if (leaving.signal.aborted) return release()
      isLeader = true
      const close = openEventStream(url, (message) => {
        isConnected = message.kind !== 'lost'
        broadcast({ kind: 'heard', message })
        onMessage(message)
      })
      leaving.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })

  broadcast({ kind: 'hello', from: tabId })
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error
  })
  return () => {
    leaving.abort()
    channel.close()
  }
}
