import { describe, expect, it } from 'vitest'
import { getDueWindow, resolveDays } from './filter-days'

const BERLIN = 'Europe/Berlin'

describe('days of a filter', () => {
  it('become instants of the reader’s zone, both days included', () => {
    expect(resolveDays({ from: '2026-03-29', to: '2026-03-29' }, BERLIN)).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    })
    expect(resolveDays({ from: '2026-10-25', to: '2026-10-25' }, 'America/New_York')).toEqual({
      from: '2026-10-25T04:00:00.000Z',
      to: '2026-10-26T04:00:00.000Z',
    })
  })

  it('leave instants as they are', () => {
    const exact = { from: '2026-03-29T10:00:00.000Z', to: '2026-03-29T11:00:00.000Z' }
    expect(resolveDays(exact, BERLIN)).toEqual(exact)
  })

  it('keep the zone only where due dates count days', () => {
    expect(resolveDays({ due: 'today', group: 'risk' }, BERLIN)).toEqual({
      due: 'today',
      group: 'risk',
      zone: BERLIN,
    })
    expect(resolveDays({ due: 'overdue', zone: BERLIN }, BERLIN)).toEqual({ due: 'overdue' })
    expect(resolveDays({ q: 'mug' }, BERLIN)).toEqual({ q: 'mug' })
  })

  it.each([
    // Today is the 23-hour day of the change, and already tomorrow further east.
    [BERLIN, 1, '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Pacific/Auckland', 1, '2026-03-29T11:00:00.000Z', '2026-03-30T11:00:00.000Z'],
    ['America/Los_Angeles', 1, '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    [undefined, 7, '2026-03-29T00:00:00.000Z', '2026-04-05T00:00:00.000Z'],
  ])('due within days of %s', (zone, days, from, to) => {
    expect(getDueWindow(days, zone, new Date('2026-03-29T12:00:00Z'))).toEqual([from, to])
  })
})
