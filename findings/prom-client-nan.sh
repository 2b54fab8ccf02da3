#!/usr/bin/env bash
# prom-client: a value that is not a number is written as `Nan`. The text format of Prometheus has `NaN`, and a strict
# parser refuses the page. It comes by itself: the default metric `nodejs_eventloop_lag_mean_seconds` has no samples
# when two reads follow each other at once.
# Consequence: rewrite it before the page is served.
. "$(dirname "$0")/setup.sh" prom-client@15.1.3
cat >finding.js <<'JS'
import assert from 'node:assert'
import { Gauge, Registry } from 'prom-client'

const registry = new Registry()
new Gauge({ name: 'mean_seconds', help: 'A mean of no samples', registers: [registry] }).set(Number.NaN)
const line = (await registry.metrics()).trim().split('\n').at(-1)
console.log(line)
assert.equal(line, 'mean_seconds Nan')
JS
node finding.js
