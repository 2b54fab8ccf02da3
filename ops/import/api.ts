/** The public API as the import uses it. */

import type { ImportedFrom } from '../../temporal/contract/schemas/order-request'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { OrderState } from '../../temporal/contract/states'
import { type ApiRequest, sendApiRequest } from '../local/api-client.mjs'
import type { OrderBody } from './orders/plan'
import { RetryableError, retryAfterMs, withRetry } from './retry'

const MAX_SERVER_ERRORS = 5
const RETRYABLE_STATUSES = [408, 425, 429, 502, 503, 504]
const DENIED_STATUSES = [401, 403]

export type Placement =
  | { kind: 'placed' | 'replayed'; orderId: string; state: OrderState }
  /** The key has an order that reads differently. */
  | { kind: 'different' }
  | { kind: 'refused'; reason: string; isServerError?: boolean }

export interface ImportApi {
  /** Places one order under the idempotency key `key`; a used key returns its order. */
  place(key: string, body: OrderBody & { importedFrom?: ImportedFrom }): Promise<Placement>
  /** What was placed under `keys`, at most 100; unused keys are missing. */
  placements(keys: readonly string[]): Promise<PlacementResponse[]>
  /** States of own orders, at most 100; orders without a row in the projection are missing. */
  states(orderIds: readonly string[]): Promise<{ orderId: string; state: OrderState }[]>
}

export interface ApiOptions {
  url: string
  token: string
  /** Ends waiting; running requests finish. */
  stop: AbortSignal
  onWait: (reason: string, waitMs: number) => void
}

/** The token is invalid or lacks the role, so the server will refuse every row. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied'
}

interface ProblemBody {
  code?: string
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

/** An API client that retries on 429, on 503 and on network errors, without limit. */
export const createApi = ({ url, token, stop, onWait }: ApiOptions): ImportApi => {
  const send = async (path: string, request: ApiRequest): Promise<Response> => {
    const response = await sendApiRequest({ url, token }, path, request).catch((error: unknown) => {
      throw new RetryableError(`cannot reach ${url}: ${causeText(error)}`)
    })
    if (!RETRYABLE_STATUSES.includes(response.status)) return response
    await response.body?.cancel()
    const afterMs = retryAfterMs(response.headers.get('retry-after'), new Date())
    throw new RetryableError(`the server answered ${response.status}`, afterMs)
  }

  const readProblem = async (response: Response): Promise<{ code: string | undefined; reason: string }> => {
    const body = (await response.json().catch(() => ({}))) as ProblemBody
    const reason = formatProblem(response.status, body)
    if (DENIED_STATUSES.includes(response.status)) throw new AccessDenied(reason)
    return { code: body.code, reason }
  }

  const readList = async <T>(path: string, what: string): Promise<T[]> => {
    const response = await sendWithRetry(path)
    if (!response.ok) throw new Error(`asking for ${what}: ${(await readProblem(response)).reason}`)
    return (await response.json()) as T[]
  }

  /** Retries other server errors a few times before the row is rejected, because they may be temporary. */
  const sendWithRetry = (path: string, request: ApiRequest = {}): Promise<Response> => {
    let serverErrors = 0
    const once = async () => {
      const response = await send(path, request)
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
      const response = await sendWithRetry('/orders', {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body,
      })
      if (!response.ok) {
        const { code, reason } = await readProblem(response)
        if (code === 'IDEMPOTENCY_KEY_REUSED') return { kind: 'different' }
        return { kind: 'refused', reason, ...(response.status >= 500 ? { isServerError: true } : {}) }
      }
      const replayed = response.headers.get('idempotent-replayed') === 'true'
      const { orderId, state } = (await response.json()) as { orderId: string; state: OrderState }
      return { kind: replayed ? 'replayed' : 'placed', orderId, state }
    },

    placements: (keys) => readList(`/orders/placements?keys=${keys.join(',')}`, 'earlier placements'),
    states: (orderIds) => readList(`/orders?ids=${orderIds.join(',')}`, 'the states of orders'),
  }
}
