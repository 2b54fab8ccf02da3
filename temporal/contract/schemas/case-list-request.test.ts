import { describe, expect, it } from 'vitest'
import type { CaseFilter } from '../cases/case-filter'
import { OPEN_STATES } from '../states'
import { ListCases } from './case-list-request'

describe('ListCases', () => {
  const parseFilter = (query: Record<string, string>): CaseFilter => ListCases.parse(query).filter
  const invalidPaths = (query: Record<string, string>) =>
    ListCases.safeParse(query).error?.issues.map(({ path }) => path.join('.'))

  it('accepts single states and groups of states', () => {
    expect(parseFilter({ state: 'OPEN,CLAIMED' }).states).toEqual(['OPEN', 'CLAIMED'])
    expect(parseFilter({ state: 'open' }).states).toEqual(OPEN_STATES)
    expect(parseFilter({ q: ' ' })).toEqual({})
  })

  it('parses amounts in minor units, dates and times', () => {
    expect(parseFilter({ minAmount: '10000', from: '2026-01-31', to: '2026-02-01T12:00:00+02:00' })).toEqual({
      minAmountCents: 10_000,
      from: '2026-01-31',
      to: '2026-02-01T10:00:00.000Z',
    })
  })

  it('reports the name of each invalid parameter', () => {
    const wrong = {
      state: 'NOWHERE',
      limit: '0',
      sort: 'colour',
      from: 'yesterday',
      minAmount: '1.5',
      kind: 'x',
      to: '',
    }
    for (const [name, value] of Object.entries(wrong))
      expect(invalidPaths({ [name]: value }), name).toEqual([name])
    expect(invalidPaths({ limit: '201' })).toEqual(['limit'])
    expect(invalidPaths({ colour: 'red' })).toEqual([''])
  })
})
