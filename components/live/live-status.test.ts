import { describe, expect, it } from 'vitest'
import {
  LEADER_LOST_AFTER_MS,
  NOT_STARTED,
  STALE_AFTER_MS,
  startStatus,
  statusAfterMessage,
  statusAfterSilence,
} from './live-status'

const connected = statusAfterMessage(NOT_STARTED, { kind: 'ready' }, 1_000)

describe('live status', () => {
  it('is connected from the first message of the server', () => {
    expect(connected).toEqual({ state: 'connected', lastMessageAt: 1_000 })
  })

  it('is reconnecting when the connection is lost, and stale after a while', () => {
    const lost = statusAfterMessage(connected, { kind: 'lost' }, 2_000)
    expect(statusAfterMessage(connected, { kind: 'ended' }, 2_000)).toEqual(lost)
    expect(lost).toEqual({ state: 'reconnecting', lastMessageAt: 1_000 })
    expect(statusAfterSilence(lost, 1_000 + STALE_AFTER_MS)).toBe(lost)
    expect(statusAfterSilence(lost, 1_001 + STALE_AFTER_MS)).toEqual({ state: 'stale', lastMessageAt: 1_000 })
  })

  it('stays stale through failed retries and is connected again by any message', () => {
    const stale = { state: 'stale', lastMessageAt: 1_000 } as const
    expect(statusAfterMessage(stale, { kind: 'lost' }, 9_000)).toBe(stale)
    expect(statusAfterMessage(stale, { kind: 'ping' }, 9_000)).toEqual({
      state: 'connected',
      lastMessageAt: 9_000,
    })
  })

  it('is stale when no first message arrives, as behind a proxy that buffers streams', () => {
    expect(statusAfterSilence(NOT_STARTED, 1e9)).toBe(NOT_STARTED)
    const begun = startStatus(1_000)
    expect(statusAfterSilence(begun, 1_000 + STALE_AFTER_MS)).toBe(begun)
    expect(statusAfterSilence(begun, 1_001 + STALE_AFTER_MS).state).toBe('stale')
  })

  it('is stale after a minute without a message', () => {
    expect(statusAfterSilence(connected, 1_001 + LEADER_LOST_AFTER_MS).state).toBe('stale')
  })
})
