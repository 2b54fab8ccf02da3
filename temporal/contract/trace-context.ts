/** Trace context: W3C over HTTP, and the header of Temporal's interceptors. */

/** Header of workflows, updates, signals and activities; its payload is a JSON object such as `{traceparent}`. */
export const TRACE_HEADER = '_tracer-data'

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/

/** Trace id of a `traceparent`, or null where it is malformed. */
export const parseTraceId = (traceparent: string | null | undefined): string | null => {
  const id = TRACEPARENT.exec(traceparent ?? '')?.[1] ?? null
  return id === null || /^0+$/.test(id) ? null : id
}
