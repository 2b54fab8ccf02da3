/**
 * @typedef {object} ApiRequest
 * @property {string} [method]
 * @property {unknown} [body] sent as JSON
 * @property {Record<string, string>} [headers]
 *
 * @typedef {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} ApiClient
 */

const TIMEOUT_MS = 30_000

/**
 * Sends one request to the public API, whatever its status, with a time-out of 30 s.
 * @param {{ url: string, token: string }} api
 * @param {string} path below `/api/v1`
 * @param {ApiRequest} [request]
 * @returns {Promise<Response>}
 */
export const sendApiRequest = ({ url, token }, path, { method = 'GET', body, headers } = {}) =>
  fetch(new URL(`/api/v1${path}`, url), {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })

/**
 * A client of the public API with the token of one account.
 * @param {string} url
 * @param {string} token
 * @returns {ApiClient} rejects with the body of the answer when its status is not 2xx
 */
export const createApiClient = (url, token) => async (method, path, body, headers) => {
  const response = await sendApiRequest({ url, token }, path, { method, body, headers })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
  return text ? JSON.parse(text) : null
}
