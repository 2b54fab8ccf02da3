/** @typedef {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} ApiClient */

const TIMEOUT_MS = 30_000

/**
 * The public API as one account's token sees it.
 * @param {string} url
 * @param {string} token
 * @returns {ApiClient} rejects with the problem's words on any answer that is not 2xx
 */
export const createApiClient = (url, token) => async (method, path, body, headers) => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`)
  return text ? JSON.parse(text) : null
}
