#!/usr/bin/env bash
# lru-cache: three properties of `fetch()`.
# 1. With `allowStaleOnFetchRejection` a failure on a key without a value resolves to undefined: the error is lost.
# 2. Callers that joined a fetch are all rejected when the first caller's signal aborts.
# 3. A fetch that is under way is rejected when a later one needs its place: misses at once are limited to `max`.
. "$(dirname "$0")/setup.sh" lru-cache@11.5.3
cat >finding.js <<'JS'
import assert from 'node:assert'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

const outcome = (promise) =>
  promise.then(
    (value) => `resolved to ${value}`,
    (error) => `rejected with ${error.message}`,
  )
const failing = async () => {
  throw new Error('source down')
}
const slow = async (key) => {
  await sleep(100)
  return key.toUpperCase()
}

const stale = new LRUCache({ max: 10, allowStaleOnFetchRejection: true, fetchMethod: failing })
const plain = new LRUCache({ max: 10, fetchMethod: failing })
const cold = [await outcome(stale.fetch('a')), await outcome(plain.fetch('a'))]
console.log('failure on a cold key, with the option and without:', cold)
assert.deepStrictEqual(cold, ['resolved to undefined', 'rejected with source down'])

const shared = new LRUCache({ max: 10, fetchMethod: slow })
const first = new AbortController()
const joined = [outcome(shared.fetch('a', { signal: first.signal })), outcome(shared.fetch('a'))]
first.abort(new Error('first caller left'))
console.log('the first caller aborts, the second does not:', await Promise.all(joined))
assert.deepStrictEqual(await Promise.all(joined), Array(2).fill('rejected with first caller left'))

const small = new LRUCache({ max: 1, fetchMethod: slow })
const misses = await Promise.all(['a', 'b'].map((key) => outcome(small.fetch(key))))
console.log('two misses at once with max 1:', misses)
assert.deepStrictEqual(misses, ['rejected with evicted', 'resolved to B'])
JS
node finding.js
