#!/usr/bin/env bash
# cockatiel: while a circuit breaker is half-open, one probe runs and every other caller waits until it ends.
# None of them fails fast. Consequence: callers wait as long as a probe that hangs, so the probe needs a time-out.
. "$(dirname "$0")/setup.sh" cockatiel@3.2.1
cat >finding.js <<'JS'
import assert from 'node:assert'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'

const PROBE_MS = 500
const breaker = circuitBreaker(handleAll, { halfOpenAfter: 100, breaker: new ConsecutiveBreaker(1) })
await breaker.execute(() => Promise.reject(new Error('down'))).catch(() => {})
await sleep(150)

let started = 0
let settled = 0
const call = () =>
  breaker
    .execute(async () => {
      started += 1
      await sleep(PROBE_MS)
    })
    .finally(() => {
      settled += 1
    })
const calls = [call(), call(), call()]
await sleep(PROBE_MS / 2)
console.log(`half-open, three calls, after ${PROBE_MS / 2} ms: ${started} started, ${settled} settled`)
assert.deepStrictEqual({ started, settled }, { started: 1, settled: 0 })
await Promise.all(calls)
console.log(`after the probe: ${started} started, ${settled} settled`)
assert.deepStrictEqual({ started, settled }, { started: 3, settled: 3 })
JS
node finding.js
