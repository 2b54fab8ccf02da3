/** One stream for each browser: the tab that holds the lock listens, and tells the others. */

import { openEventStream } from './event-stream'
import type { LiveMessage, TabMessage } from './messages'

/**
 * Joins the live stream of `person`; tabs of the same person share it.
 * @param tell gets every message, whichever tab heard it
 * @returns a function that leaves; another tab then takes over
 */
export const joinLive = (url: string, person: string, tell: (message: LiveMessage) => void): (() => void) => {
  const name = `live:${person}`
  // Locks exist in secure contexts only; without them each tab has a stream of its own.
  if (!navigator.locks || !window.BroadcastChannel) return openEventStream(url, tell)

  const channel = new BroadcastChannel(name)
  const say = (message: TabMessage) => channel.postMessage(message)
  const me = crypto.randomUUID()
  const left = new AbortController()
  let isLeader = false
  let isConnected = false

  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'heard') tell(data.message)
    else if (data.kind === 'hello' && isLeader) say({ kind: 'welcome', to: data.from, isConnected })
    else if (data.kind === 'welcome' && data.to === me) tell({ kind: data.isConnected ? 'ready' : 'lost' })
  }
  const lead = () =>
    new Promise<void>((release) => {
      // The lock may be granted in the moment of leaving, when it is too late to be called off.
      if (left.signal.aborted) return release()
      isLeader = true
      const close = openEventStream(url, (message) => {
        isConnected = message.kind !== 'lost'
        say({ kind: 'heard', message })
        tell(message)
      })
      left.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })

  say({ kind: 'hello', from: me })
  navigator.locks.request(name, { signal: left.signal }, lead).catch((error: unknown) => {
    if (!left.signal.aborted) throw error
  })
  return () => {
    left.abort()
    channel.close()
  }
}
