/** One stream for each browser: the tab that holds a Web Lock opens it and broadcasts its messages. */

import { openMessageChannel } from '../browser/message-channel'
import { isPageHidden } from '../browser/page-visibility'
import { randomId } from '../browser/random-id'
import { LIVE_BACKOFF, openEventStream } from './event-stream'
import { LEADER_LOST_AFTER_MS, STALE_AFTER_MS } from './live-status'
import { openWhileVisible } from './open-while-visible'
import { joinStreamLock } from './stream-lock'
import { type LiveMessage, type TabMessage, toCaseChange } from './stream-messages'

const CHECK_MS = 5_000

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
  const openOwn = () => openWhileVisible(() => open(onMessage))
  const channel = openMessageChannel(name)
  if (!channel) return openOwn()

  const broadcast = (message: TabMessage) => channel.postMessage(message)
  const tabId = randomId()
  let isLeader = false
  let isConnected = false
  let closeOwn = () => {}
  // A leader answers a new tab at once, unless the browser has stopped it.
  let leaderLostAtMs = Date.now() + STALE_AFTER_MS

  const hear = (message: LiveMessage) => {
    leaderLostAtMs = Date.now() + LEADER_LOST_AFTER_MS
    onMessage(message)
  }
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'heard') hear(data.message)
    else if (data.kind === 'hello' && isLeader) broadcast({ kind: 'welcome', to: data.from, isConnected })
    else if (data.kind === 'welcome' && data.to === tabId) hear({ kind: data.isConnected ? 'ready' : 'lost' })
  }
  const lead = () => {
    isLeader = true
    const close = open((message) => {
      isConnected = message.kind === 'ready' || message.kind === 'ping' || message.kind === 'case'
      broadcast({ kind: 'heard', message })
      hear(message)
    })
    return () => {
      isLeader = false
      close()
    }
  }

  broadcast({ kind: 'hello', from: tabId })
  const lock = joinStreamLock(name, {
    onHeld: lead,
    onRefused: () => {
      closeOwn = openOwn()
    },
  })
  const check = setInterval(() => {
    if (Date.now() > leaderLostAtMs && !isPageHidden()) lock.take()
  }, CHECK_MS)
  return () => {
    clearInterval(check)
    lock.leave()
    closeOwn()
    channel.close()
  }
}
