/** One stream for each browser: the tab that holds a Web Lock opens it and broadcasts its messages. */

import { openMessageChannel } from '../browser/message-channel'
import { randomId } from '../browser/random-id'
import { getLockManager } from '../browser/web-locks'
import { LIVE_BACKOFF, openEventStream } from './event-stream'
import { type LiveMessage, type TabMessage, toCaseChange } from './stream-messages'

/**
 * Joins the live stream of `person`, which the tabs of that person share.
 * @param onMessage receives every message, whichever tab holds the stream
 * @returns a function that leaves; another tab becomes the leader then
 */
export const joinEventStream = (
  url: string,
  person: string,
  onMessage: (message: LiveMessage) => void,
): (() => void) => {
  const name = `live:${person}`
  const open = (listener: (message: LiveMessage) => void) =>
    openEventStream(url, { backoff: LIVE_BACKOFF, parse: toCaseChange, onMessage: listener })
  // Web Locks need a secure context; without them each tab opens its own stream.
  const locks = getLockManager()
  const channel = locks && openMessageChannel(name)
  if (!locks || !channel) return open(onMessage)

  const broadcast = (message: TabMessage) => channel.postMessage(message)
  const tabId = randomId()
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
      // The lock can be granted after the request was aborted.
      if (leaving.signal.aborted) return release()
      isLeader = true
      const close = open((message) => {
        isConnected = message.kind !== 'lost' && message.kind !== 'ended'
        broadcast({ kind: 'heard', message })
        onMessage(message)
      })
      leaving.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })

  broadcast({ kind: 'hello', from: tabId })
  let closeOwn = () => {}
  const request = async () => locks.request(name, { signal: leaving.signal }, lead)
  request().catch(() => {
    if (!leaving.signal.aborted) closeOwn = open(onMessage)
  })
  return () => {
    leaving.abort()
    closeOwn()
    channel.close()
  }
}
