/** The two calls of the public API that an import makes. */

import type { OrderState } from '../../temporal/contract/states'
import { RetryableError, retryAfterMs, withRetry } from './retry'
import type { OrderBody } from './to-order'

const TIMEOUT_MS = 30_000
const MAX_SERVER_ERRORS = 5
const RETRYABLE_STATUSES = [408, 425, 429, 502, 503, 504]
const DENIED_STATUSES = [401, 403]

export type Placement =
  | { kind: 'placed' | 'replayed'; orderId: string; state: OrderState }
  | { kind: 'refused'; reason: string }

export interface ImportApi {
  /** Places one order under `key`; a key that was used before answers the order of that time. */
  place(key: string, body: OrderBody): Promise<Placement>
  /** States of own orders; one whose row is not written yet is missing. At most 100 ids. */
  states(orderIds: readonly string[]): Promise<{ orderId: string; state: OrderState }[]>
}

export interface ApiOptions {
  url: string
  token: string
  /** Ends waiting; calls under way are let finish. */
  stop: AbortSignal
  onWait: (reason: string, waitMs: number) => void
}

/** The server will refuse every row: the token is wrong or lacks the role. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied'
}

interface ProblemBody {
  title?: string
  detail?: string
  requestId?: string
  errors?: { path?: string; message?: string }[]
}

const formatProblem = (status: number, problem: ProblemBody): string => {
  const fields = (problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`).join('; ')
  const request = status >= 500 && problem.requestId ? ` (request ${problem.requestId})` : ''
  return `${status} ${problem.detail ?? problem.title ?? ''}${fields && ` (${fields})`}${request}`.trim()
}

const causeText = (error: unknown): string => {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  return cause?.code ?? cause?.message ?? (error as Error).message
}

/** An API client that waits out 429, 503 and a network that is away, and never gives a row up for them. */
export const createApi = ({ url, token, stop, onWait }: ApiOptions): ImportApi => {
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...init.headers, authorization: `Bearer ${token}`, accept: 'application/json' }
    let response: Response
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      response = await fetch(new URL(path, url), { ...init, headers, signal, redirect: 'error' })
    } catch (error) {
      throw new RetryableError(`cannot reach ${url}: ${causeText(error)}`)
    }
    if (!RETRYABLE_STATUSES.includes(response.status)) return response
    await response.body?.cancel()
    const afterMs = retryAfterMs(response.headers.get('retry-after'), new Date())
    throw new RetryableError(`the server answered ${response.status}`, afterMs)
  }

  const readProblem = async (response: Response): Promise<string> => {
    const body = (await response.json().catch(() => ({}))) as ProblemBody
    const reason = formatProblem(response.status, body)
    if (DENIED_STATUSES.includes(response.status)) throw new AccessDenied(reason)
    return reason
  }

  /** A broken answer may be a passing one, so it is asked again a few times before the row is given up. */
  const sendWithRetry = (path: string, init: RequestInit): Promise<Response> => {
    let serverErrors = 0
    const once = async () => {
      const response = await send(path, init)
      if (response.status < 500) return response
      serverErrors += 1
      if (serverErrors >= MAX_SERVER_ERRORS) return response
      await response.body?.cancel()
      throw new RetryableError(`the server answered ${response.status}`)
    }
    return withRetry(once, stop, onWait)
  }

  return {
    async place(key, body) {
      const response = await sendWithRetry('/api/v1/orders', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
      if (!response.ok) return { kind: 'refused', reason: await readProblem(response) }
      const replayed = response.headers.get('idempotent-replayed') === 'true'
      const { orderId, state } = (await response.json()) as { orderId: string; state: OrderState }
      return { kind: replayed ? 'replayed' : 'placed', orderId, state }
    },

    async states(orderIds) {
      const response = await sendWithRetry(`/api/v1/orders?ids=${orderIds.join(',')}`, {})
      if (!response.ok) throw new Error(`asking for the states of orders: ${await readProblem(response)}`)
      return (await response.json()) as { orderId: string; state: OrderState }[]
    },
  }
}
