/** Distinguishes an unavailable database from one that refused a query. */

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // Postgres: out of connections, shutting down, crashed, starting up, statement timed out.
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57014',
])
const POSTGRES_CONNECTION_CLASS = /^08\d{3}$/
/** Five characters and at least one digit, unlike a code of Node such as EPIPE. */
const SQLSTATE = /^(?=.*\d)[\dA-Z]{5}$/
/** Messages of node-postgres errors that have no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout)/
const MAX_CAUSES = 5

const getCode = (error: Error): string => String((error as Error & { code?: unknown }).code ?? '')

/** True when `error`, or one of its causes, matches. */
const someCause = (error: unknown, matches: (cause: Error) => boolean, depth = 0): boolean =>
  error instanceof Error &&
  depth <= MAX_CAUSES &&
  (matches(error) || someCause(error.cause, matches, depth + 1))

/** True when `error` or one of its causes means that Postgres is unavailable or too busy to answer in time. */
export const isDatabaseDown = (error: unknown): boolean =>
  someCause(error, (cause) => {
    const code = getCode(cause)
    return CONNECTION_CODES.has(code) || POSTGRES_CONNECTION_CLASS.test(code) || MESSAGES.test(cause.message)
  })

/**
 * What an error says about Postgres. Only an error with SQLSTATE came from Postgres: a refusal of our own code was
 * thrown without a query and must not close the circuit breaker.
 */
export const classifyDatabaseError = (error: unknown): 'outage' | 'answer' | null => {
  if (isDatabaseDown(error)) return 'outage'
  return someCause(error, (cause) => SQLSTATE.test(getCode(cause))) ? 'answer' : null
}
