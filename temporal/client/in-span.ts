/** Trace spans for web and worker. Without an exporter OpenTelemetry's API does nothing. */

import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

export { SpanKind }

interface SpanOptions {
  name: string
  kind?: SpanKind
  /** Ids, types and counts; the exporter drops everything else. */
  attributes?: Attributes
  parent?: Context
}

/** Marks a span as failed with the kind of error only, because messages may quote personal data. */
const recordFailure = (span: Span, error: unknown): void => {
  const { name, code } = error as { name?: unknown; code?: unknown }
  span.setAttribute('error.type', String(typeof code === 'string' ? code : (name ?? typeof error)))
  span.setStatus({ code: SpanStatusCode.ERROR })
}

/** Runs `work` in a span of its own and rethrows its error. */
export const inSpan = async <T>(
  { name, kind = SpanKind.INTERNAL, attributes = {}, parent = context.active() }: SpanOptions,
  work: () => Promise<T>,
): Promise<T> => {
  const span = trace.getTracer('action-center').startSpan(name, { kind, attributes }, parent)
  try {
    return await context.with(trace.setSpan(parent, span), work)
  } catch (error) {
    recordFailure(span, error)
    throw error
  } finally {
    span.end()
  }
}

/** Id of the current trace; undefined outside of one. */
export const currentTraceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId
