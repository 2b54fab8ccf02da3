import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeyGenerator } from './idempotency-key'

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
