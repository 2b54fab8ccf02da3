/** The spans that web and worker have exported. */

import { readFileSync } from 'node:fs'

interface Attribute {
  key: string
  value: { stringValue?: string; intValue?: number }
}

interface Batch {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: { spans: (Omit<Span, 'service' | 'attributes'> & { attributes: Attribute[] })[] }[]
  }[]
}

export interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  service: string
  attributes: Record<string, string | number | undefined>
}

const toPlainAttributes = (attributes: Attribute[]): Span['attributes'] =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

const toSpans = ({ resourceSpans }: Batch): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(toPlainAttributes(resource.attributes)['service.name'])
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, service, attributes: toPlainAttributes(span.attributes) })),
    )
  })

/** All spans so far, without a batch that is being written. */
export const readSpans = (file: string): Span[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => toSpans(JSON.parse(line) as Batch))
