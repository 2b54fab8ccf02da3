import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { expect, it } from 'vitest'
import { isTraced, redactSpan } from './start-tracing'

it('traces only where the environment names a receiver', () => {
  expect(isTraced({})).toBe(false)
  expect(isTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBe(false)
  expect(isTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' })).toBe(true)
  expect(isTraced({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/v1/traces' })).toBe(true)
  expect(isTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' })).toBe(false)
})

it('exports only the listed attributes of a span', () => {
  const sent = redactSpan({
    name: 'GET /track/gold?q=gold',
    attributes: { 'http.route': '/track/[token]', 'http.target': '/track/gold', 'db.statement': 'gold' },
    events: [{ name: 'exception', attributes: { 'exception.message': 'gold' } }],
    status: { code: 2, message: 'gold' },
  } as unknown as ReadableSpan)
  const { name, attributes, events, status } = sent
  expect(JSON.stringify({ name, attributes, events, status })).not.toContain('gold')
  expect(attributes).toEqual({ 'http.route': '/track/[token]' })
  expect(status.code).toBe(2)
})
