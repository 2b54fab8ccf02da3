/** Errors of better-auth, recognised by shape: a build holds several copies of its classes, so `instanceof` fails. */

/** HTTP status of a better-auth error, or null for any other error. */
export const getAuthErrorStatus = (error: unknown): number | null => {
  if (!(error instanceof Error) || error.name !== 'APIError') return null
  const status = (error as Error & { statusCode?: unknown }).statusCode
  return typeof status === 'number' ? status : null
}

/** Error code of better-auth, such as `INVALID_PASSWORD`. */
export const getAuthErrorCode = (error: unknown): string | null => {
  const body = (error as { body?: { code?: unknown } } | null)?.body
  return typeof body?.code === 'string' ? body.code : null
}
