import { describe, expect, it } from 'vitest'
import { afterMessage, afterSilence, beginning, DEAF_AFTER_MS, NOT_YET, STALE_AFTER_MS } from './status'

const connected = afterMessage(NOT_YET, { kind: 'ready' }, 1_000)

describe('live status', () => {
  it('is connected from the first word of the server', () => {
    expect(connected).toEqual({ state: 'connected', heardAt: 1_000 })
  })

  it('is reconnecting when the line is lost, and stale once that lasts', () => {
    const lost = afterMessage(connected, { kind: 'lost' }, 2_000)
    expect(lost).toEqual({ state: 'reconnecting', heardAt: 1_000 })
    expect(afterSilence(lost, 1_000 + STALE_AFTER_MS)).toBe(lost)
    expect(afterSilence(lost, 1_001 + STALE_AFTER_MS)).toEqual({ state: 'stale', heardAt: 1_000 })
  })

  it('stays stale through failing tries and is connected again by any message', () => {
    const stale = { state: 'stale', heardAt: 1_000 } as const
    expect(afterMessage(stale, { kind: 'lost' }, 9_000)).toBe(stale)
    expect(afterMessage(stale, { kind: 'ping' }, 9_000)).toEqual({ state: 'connected', heardAt: 9_000 })
  })

  it('is stale when the first line does not come, as behind a proxy that holds streams back', () => {
    expect(afterSilence(NOT_YET, 1e9)).toBe(NOT_YET)
    const begun = beginning(1_000)
    expect(afterSilence(begun, 1_000 + STALE_AFTER_MS)).toBe(begun)
    expect(afterSilence(begun, 1_001 + STALE_AFTER_MS).state).toBe('stale')
  })

  it('does not believe a line that has said nothing for a minute', () => {
    expect(afterSilence(connected, 1_001 + DEAF_AFTER_MS).state).toBe('stale')
  })
})
