import { expect, it } from 'vitest'
import { canonical, canonicalHash } from './canonical-hash'

it('gives equal hashes to equal meanings, whatever the order of keys', () => {
  const a = { items: [{ sku: 'A', quantity: 1 }], email: 'a@b.c' }
  const b = { email: 'a@b.c', items: [{ quantity: 1, sku: 'A' }] }
  expect(canonicalHash(a)).toBe(canonicalHash(b))
  expect(JSON.stringify(canonical(a))).toBe(JSON.stringify(canonical(b)))
})

it('takes an absent field and an undefined one for the same', () => {
  expect(canonicalHash({ a: 1, b: undefined })).toBe(canonicalHash({ a: 1 }))
})

it('tells null, the order of a list and any value apart', () => {
  const hashes = [{ a: 1 }, { a: null }, { a: [1, 2] }, { a: [2, 1] }, { a: '1' }, {}].map(canonicalHash)
  expect(new Set(hashes).size).toBe(hashes.length)
})
