import { describe, expect, it } from 'vitest'
import { hasFilters, inboxHref, parseInbox, toCountsQuery, toListQuery, unknownFilters } from './inbox-state'

const parse = (query: string) => parseInbox('approval', new URLSearchParams(query))
const query = (state: ReturnType<typeof parse>) => new URLSearchParams(toListQuery(state))

describe('state of the inbox in its address', () => {
  it('survives a round trip through an address', () => {
    const search =
      'q=mug&sort=-amount&state=OPEN&assignee=none&group=risk&priority=2&due=today&from=2026-01-01&to=2026-01-31&minAmount=100&maxAmount=250.5&case=apr_' +
      '0'.repeat(26)
    expect(inboxHref(parse(search))).toBe(`/inbox?${search}`)
  })

  it('leaves out defaults', () => {
    expect(inboxHref(parse('tab=all&sort=due&q='))).toBe('/inbox')
  })

  it('falls back to defaults for invalid values', () => {
    const state = parse(
      'tab=nope&sort=nope&state=SHIPPED&priority=9&due=never&minAmount=-1&case=../etc&first=x',
    )
    expect(inboxHref(state)).toBe('/inbox')
  })

  it('returns to the first page when the list changes, and stays when a case is opened', () => {
    const state = parse('cursor=abc&first=51')
    expect(inboxHref(state, { q: 'mug' })).toBe('/inbox?q=mug')
    expect(inboxHref(state, { caseId: null })).toBe('/inbox?cursor=abc&first=51')
    expect(inboxHref(state, { cursor: 'def', first: 101 })).toBe('/inbox?cursor=def&first=101')
  })

  it('sorts closed cases by their last change', () => {
    expect(parse('tab=closed').sort).toBe('-updated')
    expect(inboxHref(parse(''), { tab: 'closed' })).toBe('/inbox?tab=closed')
  })
})

describe('the query of the list', () => {
  it('asks for open states of my cases on the tab mine', () => {
    expect(query(parse('tab=mine')).get('assignee')).toBe('me')
    expect(query(parse('tab=mine')).get('state')).toBe('open')
  })

  it('asks for no assignee on the tab unassigned and for closed states on the tab closed', () => {
    expect(query(parse('tab=unassigned')).get('assignee')).toBe('none')
    expect(query(parse('tab=closed')).get('state')).toBe('closed')
  })

  it('reads amounts as people write them, with two decimals', () => {
    for (const [typed, minorUnits] of Object.entries({
      '1250.50': 125_050,
      '1,250': null,
      '１２': 1200,
      '0.07': 7,
      '1.005': null,
    }))
      expect(query(parse(`minAmount=${typed}`)).get('minAmount')).toBe(minorUnits && String(minorUnits))
  })

  it('turns amounts into minor units', () => {
    expect(query(parse('minAmount=100&maxAmount=250.5')).get('minAmount')).toBe('10000')
    expect(query(parse('minAmount=100&maxAmount=250.5')).get('maxAmount')).toBe('25050')
  })

  it('does not depend on which case is open', () => {
    const id = `apr_${'0'.repeat(26)}`
    expect(toListQuery(parse(`case=${id}`))).toEqual(toListQuery(parse('')))
  })
})

describe('days and assignees', () => {
  it('asks up to the end of the last day', () => {
    expect(query(parse('from=2026-01-30&to=2026-01-31')).get('from')).toBe('2026-01-30')
    expect(query(parse('from=2026-01-30&to=2026-01-31')).get('to')).toBe('2026-01-31')
    expect(parse('from=2026-02-30').from).toBeNull()
  })

  it('puts days given in the wrong order right', () => {
    expect(parse('from=2026-02-02&to=2026-01-01')).toMatchObject({ from: '2026-01-01', to: '2026-02-02' })
  })

  it('lets the tab set the assignee where it implies one', () => {
    expect(query(parse('assignee=ben')).get('assignee')).toBe('ben')
    expect(query(parse('tab=mine&assignee=ben')).get('assignee')).toBe('me')
    expect(inboxHref(parse('assignee=ben'), { tab: 'unassigned' })).toBe('/inbox?tab=unassigned')
  })
})

describe('counts of the tabs', () => {
  it('count the whole inbox without a filter, and never depend on state or assignee', () => {
    expect(toCountsQuery(parse('tab=mine&sort=title&state=OPEN&assignee=ben'))).toEqual({})
    expect(toCountsQuery(parse('q=mug&due=today'))).toEqual({ due: 'today', q: 'mug' })
  })
})

describe('unknownFilters', () => {
  const unknownIn = (search: string, kind: 'approval' | 'order' = 'approval') => {
    const params = new URLSearchParams(search)
    return unknownFilters(parseInbox(kind, params), params)
  }

  it('reports filters and values that no list has', () => {
    expect(unknownIn('foo=1&state=NOPE&priority=9&q=mug&tab=mine&sort=nope').filters).toEqual([
      'foo',
      'state=NOPE',
      'priority=9',
      'sort=nope',
    ])
  })

  it('reports nothing for a valid address, nor for empty fields of a form', () => {
    expect(unknownIn('tab=mine&q=&group=&due=today&cursor=abc&first=51&sort=due')).toEqual({
      filters: [],
      caseId: null,
    })
  })

  it('reports filters that orders do not have', () => {
    expect(unknownIn('group=risk', 'order').filters).toEqual(['group=risk'])
  })

  it('reports a case that is no id', () => {
    expect(unknownIn('case=../etc').caseId).toBe('../etc')
  })
})

describe('hasFilters', () => {
  it('is true for a search or a filter, not for a plain tab', () => {
    expect(hasFilters(parse('tab=mine&sort=title'))).toBe(false)
    expect(hasFilters(parse('q=a'))).toBe(true)
    expect(hasFilters(parse('due=overdue'))).toBe(true)
  })

  it('puts a range given in the wrong order right', () => {
    const { minAmount, maxAmount } = parseInbox(
      'approval',
      new URLSearchParams('minAmount=500&maxAmount=100'),
    )
    expect([minAmount, maxAmount]).toEqual([100, 500])
  })
})
