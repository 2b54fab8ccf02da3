import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeyGenerator, orderKey } from './idempotency-key'

const generateKeys = (rows: string[][]): string[] => {
  const keyOf = createKeyGenerator()
  return rows.map((row) => keyOf(row))
}

const anyRows = fc.array(fc.array(fc.constantFrom('1', '2', '11', ''), { minLength: 1, maxLength: 3 }))

it('returns different keys for equal rows', () => {
  expect(new Set(generateKeys([['a'], ['a'], ['b'], ['a']])).size).toBe(4)
})

it('returns the same keys in every run', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(generateKeys(rows)).toEqual(generateKeys(rows))
      expect(new Set(generateKeys(rows)).size).toBe(rows.length)
    }),
  )
})

it('does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(generateKeys([...rows].reverse()).sort()).toEqual(generateKeys(rows).sort())
    }),
  )
})

it('distinguishes fields that join to the same text', () => {
  expect(generateKeys([['1', '11']])).not.toEqual(generateKeys([['11', '1']]))
})

it('is for good: rows that were placed under a key keep it', () => {
  expect(generateKeys([['00004', '0001', '19970101', '2', '29.33']])).toEqual([
    'row-e0f57c5882fff68c0e893e35298064c3ae79ec29-1',
  ])
})

it('of an order is that of its shop and its number', () => {
  expect(orderKey('a', '1')).toBe(orderKey('a', '1'))
  expect(new Set([orderKey('a', '1'), orderKey('b', '1'), orderKey('a', '2'), orderKey('a1', '')]).size).toBe(
    4,
  )
})
