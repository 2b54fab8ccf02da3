/** Redaction of logs, traces and stored failures: secrets, and personal data. */

/** Fields that are masked at any depth; compared in lower case without `-` and `_`. */
const PRIVATE_FIELDS = new Set(
  `password currentpassword newpassword token apitoken paymenttoken sessiontoken secret apikey authorization cookie
  setcookie connectionstring databaseurl smtpurl idempotencykey requestkey email recipient customer submitter assignee
  sender shippingaddress address addresslines line1 line2 district city region
  postalcode comment note text body q query params parameters
  headers metadata`.split(/\s+/),
)
const MASK = '***'
const MAX_DEPTH = 6

/** Patterns that are masked in any text: e-mail addresses, passwords in URLs, tokens. */
const SECRET_PATTERNS: readonly [RegExp, string][] = [
  // To the end of the text, or of the JSON string around it.
  [/(?:\n|\\n)params:(?:[^"\\]|\\.)*/g, ''],
  // Not a route's template, which holds `[token]`.
  [/\/(track|invitation)\/(?!\[)[^/?#\s"\\]+/g, `/$1/${MASK}`],
  [/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, MASK],
  [/(:\/\/[^/\s:@"]*):[^/\s@"]+@/g, `$1:${MASK}@`],
  [/\b(?:ac|tok|inv)_[\w-]{6,}/g, MASK],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${MASK}`],
]

/** `text` with e-mail addresses and secrets masked. */
export const redactText = (text: string): string =>
  SECRET_PATTERNS.reduce((rest, [shape, mask]) => rest.replace(shape, mask), text)

export interface SerializedError {
  name: string
  message: string
  code?: unknown
  type?: unknown
  stack?: string
  cause?: SerializedError
}

/** Postgres quotes values in messages of the class "data exception", and only there. */
const isDataException = (code: unknown): boolean => typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)

/** An error's message without the parameters of a failed query, which hold addresses, hashes and tokens. */
export const redactErrorMessage = ({ message, code }: { message: string; code?: unknown }): string => {
  const first = message.split('\nparams:')[0] ?? ''
  return isDataException(code) ? first.replace(/"[^"]*"/g, `"${MASK}"`) : first
}

/** The fields of an error that a log may hold; all others are dropped. */
export const serializeError = (error: unknown, depth = 0): SerializedError => {
  if (!(error instanceof Error)) return { name: 'NonError', message: typeof error }
  const { code, type, cause } = error as Error & { code?: unknown; type?: unknown }
  const message = redactErrorMessage(error as Error & { code?: unknown })
  const stack = error.stack?.replace(error.message, message)
  return {
    name: error.name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(typeof type === 'string' ? { type } : {}),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || depth > 4 ? {} : { cause: serializeError(cause, depth + 1) }),
  }
}

const isPrivate = (name: string): boolean => PRIVATE_FIELDS.has(name.toLowerCase().replace(/[-_]/g, ''))

const redactValue = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return serializeError(value)
  if (value instanceof Date) return value
  if (depth >= MAX_DEPTH) return MASK
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1))
  return redactNested(value, depth + 1)
}

const redactNested = (fields: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isPrivate(name) ? MASK : redactValue(value, depth)]),
  )

/** The fields of a log line, with private ones masked at any depth. */
export const redactFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  redactNested(fields, 0)
