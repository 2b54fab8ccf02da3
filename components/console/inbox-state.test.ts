import { describe, expect, it } from 'vitest'
import { casesQuery, countsQueryOf, inboxHref, isNarrowed, notUnderstood, parseInbox } from './inbox-state'

const parse = (query: string) => parseInbox('approval', new URLSearchParams(query))
const query = (state: ReturnType<typeof parse>) => new URLSearchParams(casesQuery(state))

describe('state of the inbox in its address', () => {
  it('comes back from an address as it went in', () => {
    const search =
      'tab=mine&q=mug&sort=-amount&state=OPEN&group=risk&priority=2&due=today&minAmount=100&maxAmount=250.5&case=apr_' +
      '0'.repeat(26)
    expect(inboxHref(parse(search))).toBe(`/inbox?${search}`)
  })

  it('leaves out what is the default', () => {
    expect(inboxHref(parse('tab=all&sort=due&q='))).toBe('/inbox')
  })

  it('falls back to defaults for what nobody could mean', () => {
    const state = parse(
      'tab=nope&sort=nope&state=SHIPPED&priority=9&due=never&minAmount=-1&case=../etc&first=x',
    )
    expect(inboxHref(state)).toBe('/inbox')
  })

  it('starts at the first page again when the list changes, and stays when a case is opened', () => {
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

describe('what the server is asked', () => {
  it('asks for open states of my cases on the tab mine', () => {
    expect(query(parse('tab=mine')).get('assignee')).toBe('me')
    expect(query(parse('tab=mine')).get('state')).toBe('open')
  })

  it('asks for nobody on the tab unassigned and for ended states on the tab closed', () => {
    expect(query(parse('tab=unassigned')).get('assignee')).toBe('none')
    expect(query(parse('tab=closed')).get('state')).toBe('closed')
  })

  it('turns amounts into cents', () => {
    expect(query(parse('minAmount=100&maxAmount=250.5')).get('minAmount')).toBe('10000')
    expect(query(parse('minAmount=100&maxAmount=250.5')).get('maxAmount')).toBe('25050')
  })

  it('does not depend on which case is open', () => {
    const id = `apr_${'0'.repeat(26)}`
    expect(casesQuery(parse(`case=${id}`))).toBe(casesQuery(parse('')))
  })
})

describe('isNarrowed', () => {
  it('tells a search or a filter from a plain tab', () => {
    expect(isNarrowed(parse('tab=mine&sort=title'))).toBe(false)
    expect(isNarrowed(parse('q=a'))).toBe(true)
    expect(isNarrowed(parse('due=overdue'))).toBe(true)
  })

  it('turns a range round that was typed the wrong way', () => {
    const { minAmount, maxAmount } = parseInbox(
      'approval',
      new URLSearchParams('minAmount=500&maxAmount=100'),
    )
    expect([minAmount, maxAmount]).toEqual([100, 500])
  })
})
