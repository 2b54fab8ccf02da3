'use client'

import { type SessionState, useSessionState } from '@/components/session/session-state'
import { cx } from '@/components/ui/cx'
import { useLiveStatus } from './live-provider'
import type { LiveStatus } from './live-status'

const STATE_STYLE = {
  connecting: { dot: 'bg-line-strong', text: 'text-muted', word: 'connecting' },
  connected: { dot: 'bg-good', text: 'text-muted', word: 'live' },
  reconnecting: { dot: 'bg-waiting', text: 'text-waiting', word: 'reconnecting' },
  stale: { dot: 'bg-bad', text: 'text-bad', word: 'stale' },
} as const satisfies Record<LiveStatus['state'], { dot: string; text: string; word: string }>

/** The words of a page that is no longer its account's: no stream is open for it. */
const SESSION_WORD = {
  ended: 'signed out',
  changed: 'another account',
} as const satisfies Record<Exclude<SessionState['kind'], 'current'>, string>

const clock = (ms: number) => new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Shows whether the page is live, and if not, since when. */
export const LiveBadge = ({ className }: { className?: string }) => {
  const { state: liveState, lastMessageAt } = useLiveStatus()
  const { kind } = useSessionState()
  const state = kind === 'current' ? liveState : 'stale'
  const { dot, text, word } = STATE_STYLE[state]
  return (
    <span
      role="status"
      className={cx('inline-flex items-center gap-1.5 text-xs whitespace-nowrap', text, className)}
    >
      <span aria-hidden className={cx('size-1.5 rounded-full', dot)} />
      {kind !== 'current'
        ? SESSION_WORD[kind]
        : state === 'stale' && lastMessageAt !== null
          ? `${word} since ${clock(lastMessageAt)}`
          : word}
    </span>
  )
}
