#!/usr/bin/env bash
# cockatiel: while a circuit breaker is half-open, one probe runs and every other caller waits until it ends.
# None of them fails fast. A call from before the break that fails meanwhile leaves the breaker open although the probe
# succeeded. Consequence: the circuit breaker is our own, see decision 10.
. "$(dirname "$0")/setup.sh" cockatiel@3.2.1
cat >finding.js <<'JS'
import assert from 'node:assert'
import { setTimeout as sleep } from 'node:timers/promises'
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'

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

const other = circuitBreaker(handleAll, { halfOpenAfter: 100, breaker: new ConsecutiveBreaker(1) })
const down = (afterMs) => () => sleep(afterMs).then(() => Promise.reject(new Error('down')))
const older = other.execute(down(PROBE_MS / 2)).catch(() => {})
await other.execute(down(0)).catch(() => {})
await sleep(150)
const result = await other.execute(() => sleep(PROBE_MS, 'here'))
await older
console.log(`a probe that succeeded while an older call failed: ${result}, state ${CircuitState[other.state]}`)
assert.deepStrictEqual([result, other.state], ['here', CircuitState.Open])
JS
node finding.js
