import { describe, expect, it } from 'vitest'
import { caseItem } from '../testing/case-item'
import { allToggled, EMPTY_SELECTION, extended, renewed, type Selection, toggled, without } from './selection'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => caseItem(id)) as [
  ReturnType<typeof caseItem>,
  ReturnType<typeof caseItem>,
  ReturnType<typeof caseItem>,
  ReturnType<typeof caseItem>,
]
const rows = [a, b, c, d]
const ids = ({ items }: Selection) => [...items.keys()].sort().join('')

describe('selection', () => {
  it('selects and deselects a row', () => {
    const one = toggled(EMPTY_SELECTION, b)
    expect(ids(one)).toBe('b')
    expect(ids(toggled(one, b))).toBe('')
  })

  it('extends from the anchor in either direction and keeps other selected rows', () => {
    const one = toggled(EMPTY_SELECTION, b)
    expect(ids(extended(one, rows, d))).toBe('bcd')
    expect(ids(extended(one, rows, a))).toBe('ab')
  })

  it('selects the row alone where the anchor is on another page', () => {
    const elsewhere = toggled(EMPTY_SELECTION, caseItem('z'))
    expect(ids(extended(elsewhere, rows, c))).toBe('cz')
  })

  it('selects and deselects all of a page without changing other pages', () => {
    const some = toggled(toggled(EMPTY_SELECTION, caseItem('z')), a)
    const all = allToggled(some, rows)
    expect(ids(all)).toBe('abcdz')
    expect(ids(allToggled(all, rows))).toBe('z')
  })

  it('deselects what was done and keeps what was selected meanwhile', () => {
    const some = extended(toggled(EMPTY_SELECTION, a), rows, b)
    const later = toggled(some, d)
    expect(ids(without(later, [a, b]))).toBe('d')
    expect(without(later, [a, b]).anchorId).toBe('d')
    expect(without(later, [d]).anchorId).toBeNull()
  })

  it('holds the latest version of a selected case', () => {
    const one = toggled(EMPTY_SELECTION, caseItem('a', { version: 2 }))
    expect(renewed(one, rows)).toBe(one)
    const newer = renewed(one, [caseItem('a', { version: 3, status: 'CLAIMED' }), b])
    expect(newer.items.get('a')?.status).toBe('CLAIMED')
    expect(ids(newer)).toBe('a')
  })
})
