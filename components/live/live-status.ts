/** Whether what is shown is live, from what the stream says and for how long it has been silent. */

import type { LiveMessage } from './stream-messages'

/** `heardAt`: when the server was last heard, or else when the page began to listen, in ms; null before that. */
export interface LiveStatus {
  state: 'connecting' | 'connected' | 'reconnecting' | 'stale'
  heardAt: number | null
}

export const NOT_STARTED: LiveStatus = { state: 'connecting', heardAt: null }

/** A lost line is called stale once it has been silent for this long. */
export const STALE_AFTER_MS = 10_000
/** A tab that is told nothing for this long has lost the tab that listens. */
export const LEADER_LOST_AFTER_MS = 60_000

/** The status of a page that opens its line now. */
export const startStatus = (nowMs: number): LiveStatus => ({ state: 'connecting', heardAt: nowMs })

export const statusAfterMessage = (status: LiveStatus, message: LiveMessage, nowMs: number): LiveStatus => {
  if (message.kind !== 'lost') return { state: 'connected', heardAt: nowMs }
  return status.state === 'connected' ? { ...status, state: 'reconnecting' } : status
}

/** The status once time has passed without a message. The same object where nothing changed. */
export const statusAfterSilence = (status: LiveStatus, nowMs: number): LiveStatus => {
  const silentMs = status.heardAt === null ? 0 : nowMs - status.heardAt
  const isLost = status.state === 'reconnecting' || status.state === 'connecting'
  if (isLost && silentMs > STALE_AFTER_MS) return { ...status, state: 'stale' }
  if (status.state === 'connected' && silentMs > LEADER_LOST_AFTER_MS) return { ...status, state: 'stale' }
  return status
}
