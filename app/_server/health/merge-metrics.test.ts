import { Gauge, Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { mergeMetrics } from './merge-metrics'

const WEB = `# HELP requests_total Requests
# TYPE requests_total counter
requests_total 3
`
const WORKER = `# HELP lag_seconds Lag
# TYPE lag_seconds histogram
lag_seconds_bucket{kind="order",le="0.1"} 1
lag_seconds_bucket{kind="order",le="+Inf"} 1
lag_seconds_sum{kind="order"} 0.05
lag_seconds_count{kind="order"} 1
`

it('labels the samples of each process and describes each family once', () => {
  const text = mergeMetrics([
    { text: WEB, labels: {} },
    { text: WORKER, labels: { worker: 'a:1' } },
    { text: WORKER, labels: { worker: 'b:1' } },
  ])
  expect(text).toContain('requests_total 3\n')
  expect(text).toContain('lag_seconds_count{worker="a:1",kind="order"} 1\n')
  expect(text).toContain('lag_seconds_count{worker="b:1",kind="order"} 1\n')
  expect(text.match(/# TYPE lag_seconds histogram/g)).toHaveLength(1)
  const lines = text.trim().split('\n')
  const ofLag = lines.map((line, i) => (line.includes('lag_seconds') ? i : -1)).filter((i) => i >= 0)
  expect(ofLag).toEqual(ofLag.map((_, i) => (ofLag[0] ?? 0) + i))
})

it('drops malformed lines, such as the error page of a proxy', () => {
  expect(mergeMetrics([{ text: '<html>\n<h1>502</h1>\n{"a":1}', labels: {} }])).toBe('')
})

it('writes NaN as the format has it', async () => {
  const registry = new Registry()
  new Gauge({ name: 'lag_mean_seconds', help: 'Lag', registers: [registry] }).set(Number.NaN)
  const text = mergeMetrics([{ text: await registry.metrics(), labels: {} }])
  expect(text).toContain('\nlag_mean_seconds NaN\n')
})
