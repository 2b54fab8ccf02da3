/** Exports traces by OpenTelemetry's variables. The SDK is loaded only where they name a receiver. */

import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node'
import { redactText } from '../contract/log-redaction'

type Environment = Readonly<Record<string, string | undefined>>

/** Attributes that may be exported. Paths, queries and messages are not, because they may hold tokens and names. */
const EXPORTED_ATTRIBUTES =
  /^(?:http\.(?:method|route|status_code|request\.method|response\.status_code)|next\.(?:route|span_type|rsc)|temporal\.\w+|error\.type)$/

/** The exported form of a span: its times, its place in the trace, and the attributes that may be exported. */
export const redactSpan = (span: ReadableSpan): ReadableSpan =>
  Object.create(span, {
    name: { value: redactText(span.name.replace(/[?#].*$| https?:.*$/, '')) },
    attributes: {
      value: Object.fromEntries(
        Object.entries(span.attributes).filter(([name]) => EXPORTED_ATTRIBUTES.test(name)),
      ),
    },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan

const redactingExporter = (exporter: SpanExporter): SpanExporter => ({
  export: (spans, done) => exporter.export(spans.map(redactSpan), done),
  shutdown: () => exporter.shutdown(),
  ...(exporter.forceFlush ? { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() } : {}),
})

/** True where the environment names a receiver of traces. */
export const isTraced = (env: Environment): boolean =>
  env.OTEL_SDK_DISABLED !== 'true' &&
  Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)

/**
 * Starts exporting traces as `service`, over HTTP with JSON, to the receiver that OTEL_EXPORTER_OTLP_ENDPOINT names.
 * @returns a function that exports the remaining spans and stops
 */
export const startTracing = async (service: string): Promise<() => Promise<void>> => {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const own = resources.resourceFromAttributes({ 'service.name': service })
  const named = resources.detectResources({ detectors: [resources.envDetector] })
  const provider = new NodeTracerProvider({
    resource: resources.defaultResource().merge(own).merge(named),
    spanProcessors: [new BatchSpanProcessor(redactingExporter(new OTLPTraceExporter()))],
  })
  provider.register()
  return () => provider.shutdown()
}
