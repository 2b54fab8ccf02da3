import { describe, expect, it } from 'vitest'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import { parseInbox } from '../inbox-state'
import { caseItem } from '../testing/case-item'
import { getPageBeforeEmpty, getPages } from './list-pages'

const listOf = (list: Partial<CaseList>): CaseList => ({
  items: [],
  nextCursor: null,
  prevCursor: 'before',
  total: { value: 0, exact: true },
  source: 'projection',
  asOf: '2026-01-01T00:00:00.000Z',
  ...list,
})
const at = (query: string) => parseInbox('approval', new URLSearchParams(query))
const total = (value: number, exact = true) => ({ total: { value, exact } })

describe('the page in place of an emptied one', () => {
  it.each<[string, string, Partial<CaseList>, string | null]>([
    ['the page before', 'q=a&cursor=x&first=151', total(150), '/inbox?q=a&cursor=before&first=101'],
    [
      'the page before of a partly emptied list',
      'cursor=x&first=151',
      total(120),
      '/inbox?cursor=before&first=71',
    ],
    [
      'the page before where the total is not exact',
      'cursor=x&first=20001',
      total(10_000, false),
      '/inbox?cursor=before&first=19951',
    ],
    [
      'the page before of an address without a position',
      'cursor=x',
      total(150),
      '/inbox?cursor=before&first=101',
    ],
    ['the first page where one page is left', 'tab=mine&cursor=x&first=51', total(50), '/inbox?tab=mine'],
    ['the first page where nothing is left', 'q=a&cursor=x&first=51', total(0), '/inbox?q=a'],
    [
      'the first page where no page before is known',
      'cursor=x&first=101',
      { ...total(100), prevCursor: null, source: 'visibility' },
      '/inbox',
    ],
    ['itself where it has rows', 'cursor=x&first=51', { ...total(51), items: [caseItem('a')] }, null],
    ['itself where it is the first', 'q=a', total(0), null],
  ])('is %s', (_, query, list, expected) => {
    expect(getPageBeforeEmpty(at(query), listOf(list))).toBe(expected)
  })

  it('keeps the open case', () => {
    const caseId = `apr_${'0'.repeat(26)}`
    expect(getPageBeforeEmpty(at(`cursor=x&first=51&case=${caseId}`), listOf(total(50)))).toBe(
      `/inbox?case=${caseId}`,
    )
  })

  it('waits for a response', () => {
    expect(getPageBeforeEmpty(at('cursor=x'), null)).toBeNull()
    expect(getPages(at('cursor=x'), null)).toEqual({ before: null, after: null })
  })
})
