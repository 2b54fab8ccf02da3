/** The trace context as a Temporal header: written by clients, read by activities. */

import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api'
import { defaultPayloadConverter, type Headers } from '@temporalio/common'
import { TRACE_HEADER } from '../contract/trace-context'

/** `headers` with the current trace; unchanged outside of a trace. */
export const injectTrace = (headers: Headers): Headers => {
  const carrier: Record<string, string> = {}
  propagation.inject(context.active(), carrier)
  if (Object.keys(carrier).length === 0) return headers
  return { ...headers, [TRACE_HEADER]: defaultPayloadConverter.toPayload(carrier) }
}

/** The trace context of `headers`, or an empty one. */
export const extractTrace = (headers: Headers): Context => {
  const payload = headers[TRACE_HEADER]
  if (!payload) return ROOT_CONTEXT
  const carrier: unknown = defaultPayloadConverter.fromPayload(payload)
  return typeof carrier === 'object' ? propagation.extract(ROOT_CONTEXT, carrier) : ROOT_CONTEXT
}
