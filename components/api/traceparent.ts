/** Trace context of mutations. */

const hex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/** A W3C `traceparent` of a new trace. */
export const newTraceparent = (): string => `00-${hex(16)}-${hex(8)}-01`
