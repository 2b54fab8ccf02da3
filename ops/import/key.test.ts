import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeys } from './key'

const keysOf = (rows: string[][]): string[] => {
  const keyOf = createKeys()
  return rows.map((row) => keyOf(row))
}

const anyRows = fc.array(fc.array(fc.constantFrom('1', '2', '11', ''), { minLength: 1, maxLength: 3 }))

it('gives equal rows different keys', () => {
  expect(new Set(keysOf([['a'], ['a'], ['b'], ['a']])).size).toBe(4)
})

it('gives the same keys in every run', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(keysOf(rows)).toEqual(keysOf(rows))
      expect(new Set(keysOf(rows)).size).toBe(rows.length)
    }),
  )
})

it('does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(keysOf([...rows].reverse()).sort()).toEqual(keysOf(rows).sort())
    }),
  )
})

it('tells fields apart that join to the same text', () => {
  expect(keysOf([['1', '11']])).not.toEqual(keysOf([['11', '1']]))
})
