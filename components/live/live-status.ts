/** Status of the live connection, from its messages and the time since the last one. */

import type { LiveMessage } from './stream-messages'

/** `lastMessageAt`: time of the last message, or of the start of the connection, in ms; null before that. */
export interface LiveStatus {
  state: 'connecting' | 'connected' | 'reconnecting' | 'stale'
  lastMessageAt: number | null
}

export const NOT_STARTED: LiveStatus = { state: 'connecting', lastMessageAt: null }

/** A lost connection is stale after this time without a message. */
export const STALE_AFTER_MS = 10_000
/** A tab that receives nothing for this long has lost the leading tab. */
export const LEADER_LOST_AFTER_MS = 60_000

/** The status when the connection is opened. */
export const startStatus = (nowMs: number): LiveStatus => ({ state: 'connecting', lastMessageAt: nowMs })

export const statusAfterMessage = (status: LiveStatus, message: LiveMessage, nowMs: number): LiveStatus => {
  if (message.kind !== 'lost' && message.kind !== 'ended') return { state: 'connected', lastMessageAt: nowMs }
  return status.state === 'connected' ? { ...status, state: 'reconnecting' } : status
}

/** The status after time without a message; the same object if unchanged. */
export const statusAfterSilence = (status: LiveStatus, nowMs: number): LiveStatus => {
  const silentMs = status.lastMessageAt === null ? 0 : nowMs - status.lastMessageAt
  const isLost = status.state === 'reconnecting' || status.state === 'connecting'
  if (isLost && silentMs > STALE_AFTER_MS) return { ...status, state: 'stale' }
  if (status.state === 'connected' && silentMs > LEADER_LOST_AFTER_MS) return { ...status, state: 'stale' }
  return status
}
