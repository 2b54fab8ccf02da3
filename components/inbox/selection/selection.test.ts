import { describe, expect, it } from 'vitest'
import { caseItem } from '../testing/case-item'
import {
  EMPTY_SELECTION,
  extendSelection,
  removeItems,
  type Selection,
  toggleItem,
  toggleItems,
  updateItems,
} from './selection'

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
    const one = toggleItem(EMPTY_SELECTION, b)
    expect(ids(one)).toBe('b')
    expect(ids(toggleItem(one, b))).toBe('')
  })

  it('extends from the anchor in either direction and keeps other selected rows', () => {
    const one = toggleItem(EMPTY_SELECTION, b)
    expect(ids(extendSelection(one, rows, d))).toBe('bcd')
    expect(ids(extendSelection(one, rows, a))).toBe('ab')
  })

  it('selects the row alone where the anchor is on another page', () => {
    const elsewhere = toggleItem(EMPTY_SELECTION, caseItem('z'))
    expect(ids(extendSelection(elsewhere, rows, c))).toBe('cz')
  })

  it('selects and deselects all of a page without changing other pages', () => {
    const some = toggleItem(toggleItem(EMPTY_SELECTION, caseItem('z')), a)
    const all = toggleItems(some, rows)
    expect(ids(all)).toBe('abcdz')
    expect(ids(toggleItems(all, rows))).toBe('z')
  })

  it('deselects what was done and keeps what was selected meanwhile', () => {
    const some = extendSelection(toggleItem(EMPTY_SELECTION, a), rows, b)
    const later = toggleItem(some, d)
    expect(ids(removeItems(later, [a, b]))).toBe('d')
    expect(removeItems(later, [a, b]).anchorId).toBe('d')
    expect(removeItems(later, [d]).anchorId).toBeNull()
  })

  it('holds the latest version of a selected case', () => {
    const one = toggleItem(EMPTY_SELECTION, caseItem('a', { version: 2 }))
    expect(updateItems(one, rows)).toBe(one)
    const newer = updateItems(one, [caseItem('a', { version: 3, status: 'CLAIMED' }), b])
    expect(newer.items.get('a')?.status).toBe('CLAIMED')
    expect(ids(newer)).toBe('a')
  })
})
