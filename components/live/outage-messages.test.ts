import { describe, expect, it } from 'vitest'
import { getOutages } from './outage-messages'

const HEARD = { isServerLost: false, isStreamLost: false }
const SINCE = '2026-11-20T10:52:00.000Z'

describe('what people are told', () => {
  it('is nothing while all is well', () => {
    expect(getOutages({}, HEARD)).toEqual([])
  })

  it('names several parts at once, the worst first', () => {
    expect(getOutages({ database: SINCE, worker: SINCE }, HEARD)).toEqual(['worker', 'database'])
  })

  it('does not promise with one part down what the other takes away', () => {
    expect(getOutages({ database: SINCE, temporal: SINCE }, HEARD)).toEqual(['stores'])
  })

  it('leaves out what another trouble explains', () => {
    expect(getOutages({ database: SINCE, listener: SINCE }, { ...HEARD, isStreamLost: true })).toEqual([
      'database',
    ])
    expect(getOutages({ worker: SINCE }, { isServerLost: true, isStreamLost: true })).toEqual(['server'])
  })

  it('says once that changes are not told', () => {
    expect(getOutages({ listener: SINCE }, { ...HEARD, isStreamLost: true })).toEqual(['listener'])
    expect(getOutages({}, { ...HEARD, isStreamLost: true })).toEqual(['stream'])
  })
})
