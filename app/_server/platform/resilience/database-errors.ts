/** Tells a database that cannot be reached from a query that is wrong. */

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
/** node-postgres gives these without a code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout)/
const MAX_CAUSES = 5

/** True when `error`, or a cause of it, says that Postgres is away or too busy to answer in time. */
export const isDatabaseDown = (error: unknown, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > MAX_CAUSES) return false
  const code = (error as Error & { code?: unknown }).code
  if (typeof code === 'string' && (CONNECTION_CODES.has(code) || POSTGRES_CONNECTION_CLASS.test(code)))
    return true
  return MESSAGES.test(error.message) || isDatabaseDown(error.cause, depth + 1)
}
