/** Distinguishes an unavailable database from a wrong query. */

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
/** Messages of node-postgres errors that have no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout)/
const MAX_CAUSES = 5

/** True when `error` or one of its causes means that Postgres is unavailable or too busy to answer in time. */
export const isDatabaseDown = (error: unknown, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > MAX_CAUSES) return false
  const code = (error as Error & { code?: unknown }).code
  if (typeof code === 'string' && (CONNECTION_CODES.has(code) || POSTGRES_CONNECTION_CLASS.test(code)))
    return true
  return MESSAGES.test(error.message) || isDatabaseDown(error.cause, depth + 1)
}
