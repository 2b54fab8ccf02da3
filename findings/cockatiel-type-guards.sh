#!/usr/bin/env bash
# cockatiel: `isTaskCancelledError` and `isIsolatedCircuitError` return false for their own errors, because they look
# for the mark of another error. `isBrokenCircuitError` works.
# Consequence: tell these errors apart by `instanceof`, or by a code of one's own.
. "$(dirname "$0")/setup.sh" cockatiel@3.2.1
cat >finding.js <<'JS'
import assert from 'node:assert'
import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  IsolatedCircuitError,
  isBrokenCircuitError,
  isIsolatedCircuitError,
  isTaskCancelledError,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel'

const failure = (promise) => promise.then(() => null, (error) => error)
const create = () => circuitBreaker(handleAll, { halfOpenAfter: 1_000, breaker: new ConsecutiveBreaker(1) })

const cancelled = await failure(timeout(5, TimeoutStrategy.Aggressive).execute(() => new Promise(() => {})))
const isolated = create()
isolated.isolate()
const refused = await failure(isolated.execute(() => 1))
const open = create()
await failure(open.execute(() => Promise.reject(new Error('down'))))
const broken = await failure(open.execute(() => 1))

const found = {
  cancelled: [cancelled instanceof TaskCancelledError, isTaskCancelledError(cancelled)],
  isolated: [refused instanceof IsolatedCircuitError, isIsolatedCircuitError(refused)],
  broken: isBrokenCircuitError(broken),
}
console.log('instanceof and guard:', JSON.stringify(found))
assert.deepStrictEqual(found, { cancelled: [true, false], isolated: [true, false], broken: true })
JS
node finding.js
