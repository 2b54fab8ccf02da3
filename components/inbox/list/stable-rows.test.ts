import { describe, expect, it } from 'vitest'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { caseItem } from '../testing/case-item'
import { freshRows, mergeRows } from './stable-rows'

const item = (caseId: string, version = 1): CaseItem => caseItem(caseId, { version })
const POINTED = { isPointedAt: true, openId: null }
const FREE = { isPointedAt: false, openId: null }
const ids = (rows: readonly CaseItem[]) => rows.map(({ caseId }) => caseId)

describe('mergeRows', () => {
  const shown = freshRows([item('a'), item('b'), item('c')])

  it('updates a row in place, also where its sort position changed', () => {
    const { rows } = mergeRows(shown, [item('c', 2), item('a'), item('b')], POINTED)
    expect(ids(rows)).toEqual(['a', 'b', 'c'])
    expect(rows[2]?.version).toBe(2)
  })

  it('counts new rows instead of inserting them', () => {
    const { rows, newCount } = mergeRows(shown, [item('n'), item('m'), item('a'), item('b'), item('c')], FREE)
    expect(ids(rows)).toEqual(['a', 'b', 'c'])
    expect(newCount).toBe(2)
  })

  it('keeps a removed row while the pointer is in the list, and drops it after that', () => {
    const pointed = mergeRows(shown, [item('a'), item('c')], POINTED)
    expect(ids(pointed.rows)).toEqual(['a', 'b', 'c'])
    expect([...pointed.removedIds]).toEqual(['b'])
    const free = mergeRows(pointed, [item('a'), item('c')], FREE)
    expect(ids(free.rows)).toEqual(['a', 'c'])
    expect(free.removedIds.size).toBe(0)
  })

  it('appends rows that moved up from the next page, which are not new', () => {
    const { rows, newCount } = mergeRows(shown, [item('b'), item('c'), item('d')], FREE)
    expect(ids(rows)).toEqual(['b', 'c', 'd'])
    expect(newCount).toBe(0)
  })

  it('does not count a row as removed that new ones pushed onto the next page', () => {
    const { rows, removedIds, newCount } = mergeRows(shown, [item('n'), item('a'), item('b')], POINTED)
    expect(ids(rows)).toEqual(['a', 'b', 'c'])
    expect(removedIds.size).toBe(0)
    expect(newCount).toBe(1)
  })

  it('keeps the row of the open case, so that a decision does not move the list', () => {
    const { rows, removedIds } = mergeRows(shown, [item('c')], { isPointedAt: false, openId: 'b' })
    expect(ids(rows)).toEqual(['b', 'c'])
    expect([...removedIds]).toEqual(['b'])
  })

  it('fills an empty list at once', () => {
    expect(ids(mergeRows(freshRows([]), [item('a')], POINTED).rows)).toEqual(['a'])
  })

  it('shows the new rows when all shown rows were removed', () => {
    expect(ids(mergeRows(freshRows([item('a')]), [item('b')], FREE).rows)).toEqual(['b'])
  })
})
