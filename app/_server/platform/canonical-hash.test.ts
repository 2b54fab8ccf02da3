import { expect, it } from 'vitest'
import { canonical, canonicalHash } from './canonical-hash'

it('gives equal values the same hash, whatever the order of their keys', () => {
  const a = { items: [{ sku: 'A', quantity: 1 }], email: 'a@b.c' }
  const b = { email: 'a@b.c', items: [{ quantity: 1, sku: 'A' }] }
  expect(canonicalHash(a)).toBe(canonicalHash(b))
  expect(JSON.stringify(canonical(a))).toBe(JSON.stringify(canonical(b)))
})

it('treats an undefined field as absent', () => {
  expect(canonicalHash({ a: 1, b: undefined })).toBe(canonicalHash({ a: 1 }))
})

it('distinguishes null, the order of a list and every value', () => {
  const hashes = [{ a: 1 }, { a: null }, { a: [1, 2] }, { a: [2, 1] }, { a: '1' }, {}].map(canonicalHash)
  expect(new Set(hashes).size).toBe(hashes.length)
})
