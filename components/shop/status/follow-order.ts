/**
 * Follows the order of a status page. All status pages of a browser have one event stream together, which goes to the
 * page that became visible last; the others ask for the version of their order. No page depends on another one.
 */

import { isPageHidden } from '@/components/browser/page-visibility'
import {
  type EventData,
  openEventStream,
  STATUS_BACKOFF,
  type StreamMessage,
} from '@/components/live/event-stream'
import { joinStreamLock } from '@/components/live/stream-lock'
import { pollVersion } from './poll-version'

const LOCK = 'live:status-page'

/** A customer's stream holds no case ids. */
const toVersion = ({ version }: EventData): number | null => (typeof version === 'number' ? version : null)

interface Options {
  /** URL of the order's event stream. */
  eventsUrl: string
  /** URL of the order's version. */
  versionUrl: string
  onMessage: (message: StreamMessage<number>) => void
  /** Called when the stream breaks, also where the browser may resume it. */
  onBreak: () => void
}

/** Reports the versions of an order. Returns a function that ends it. Browser only. */
export const followOrder = ({ eventsUrl, versionUrl, onMessage, onBreak }: Options): (() => void) => {
  const startPolling = () =>
    pollVersion(versionUrl, (version) =>
      onMessage(version === null ? { kind: 'lost' } : { kind: 'case', change: version }),
    )
  let stopPolling = startPolling()
  const lock = joinStreamLock(LOCK, {
    onHeld: () => {
      stopPolling()
      const close = openEventStream(eventsUrl, {
        ...{ backoff: STATUS_BACKOFF, parse: toVersion, onMessage, onBreak },
      })
      return () => {
        close()
        stopPolling = startPolling()
      }
    },
    onRefused: () => {},
  })
  const takeWhenVisible = () => {
    if (!isPageHidden()) lock.take()
  }

  takeWhenVisible()
  document.addEventListener('visibilitychange', takeWhenVisible)
  return () => {
    document.removeEventListener('visibilitychange', takeWhenVisible)
    lock.leave()
    stopPolling()
  }
}
