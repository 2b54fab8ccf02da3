import { describe, expect, it } from 'vitest'
import { getOutages } from './outage-messages'

const HEARD = { isServerLost: false, isStreamLost: false }
const SINCE = '2026-11-20T10:52:00.000Z'

describe('getOutages', () => {
  it('returns nothing while all dependencies are up', () => {
    expect(getOutages({}, HEARD)).toEqual([])
  })

  it('returns several outages, the worst first', () => {
    expect(getOutages({ database: SINCE, worker: SINCE }, HEARD)).toEqual(['worker', 'database'])
  })

  it('returns one outage for both stores, since neither replaces the other', () => {
    expect(getOutages({ database: SINCE, temporal: SINCE }, HEARD)).toEqual(['stores'])
  })

  it('omits outages that another one explains', () => {
    expect(getOutages({ database: SINCE, listener: SINCE }, { ...HEARD, isStreamLost: true })).toEqual([
      'database',
    ])
    expect(getOutages({ worker: SINCE }, { isServerLost: true, isStreamLost: true })).toEqual(['server'])
  })

  it('returns an interrupted stream once', () => {
    expect(getOutages({ listener: SINCE }, { ...HEARD, isStreamLost: true })).toEqual(['listener'])
    expect(getOutages({}, { ...HEARD, isStreamLost: true })).toEqual(['stream'])
  })
})
