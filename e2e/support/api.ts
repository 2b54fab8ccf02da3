/** Calls of the public API. */

import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { CaseView } from '../../temporal/contract/cases/case'
import type { CaseList } from '../../temporal/contract/cases/case-filter'
import type { OrderView } from '../../temporal/contract/orders/order'
import type { Problem } from '../../temporal/contract/problem'
import type { CaseState } from '../../temporal/contract/states'
import { type Account, people, stack } from './stack'

export interface ApiResponse<T> {
  status: number
  headers: Headers
  body: T
}

export interface CallOptions {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  /** The account whose token is sent; no token when it is missing. */
  as?: Pick<Account, 'apiToken'>
}

/** Sends one request. No status throws; a body that is not JSON is returned as text. */
export const call = async <T = Problem>(path: string, options: CallOptions = {}): Promise<ApiResponse<T>> => {
  const { method = options.body === undefined ? 'GET' : 'POST', body, as, headers = {} } = options
  const response = await fetch(new URL(path, stack.url), {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as ? { authorization: `Bearer ${as.apiToken}` } : {}),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T }
}

/** Returns the body when the status is `status`; otherwise the test fails and shows the body. */
export const expectBody = <T>(answer: ApiResponse<T>, status = 200): T => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return answer.body
}

export interface PlacedOrder {
  orderId: string
  workflowId: string
  state: CaseState
  statusUrl: string
}

export interface OrderOverrides {
  sku?: string
  quantity?: number
  paymentToken?: string
  email?: string
}

/** A complete body of `POST /orders`, of another customer at each call. */
export const orderBody = ({ sku, quantity, paymentToken, email }: OrderOverrides = {}) => ({
  email: email ?? `e2e-${randomUUID()}@customer.example`,
  items: [{ sku: sku ?? stack.skus.cheap, quantity: quantity ?? 1 }],
  shippingAddress: {
    name: 'Ada Byron',
    line1: '12 St James Square',
    city: 'London',
    postalCode: 'SW1Y 4JH',
    country: 'GB',
  },
  paymentToken: paymentToken ?? 'tok_approved',
})

/** Sends a placement under `key`. */
export const postOrder = (as: Account, body: unknown, key: string = randomUUID()) =>
  call<PlacedOrder>('/api/v1/orders', { as, body, headers: { 'idempotency-key': key } })

/** Places an order; the test fails when it is refused. */
export const placeOrder = async (as: Account, wish: OrderOverrides = {}): Promise<PlacedOrder> =>
  expectBody(await postOrder(as, orderBody(wish)), 201)

export const readOrder = async (as: Account, orderId: string): Promise<OrderView> =>
  expectBody(await call<OrderView>(`/api/v1/orders/${orderId}`, { as }))

export const readCase = async (as: Account, caseId: string): Promise<CaseView> =>
  expectBody(await call<CaseView>(`/api/v1/cases/${caseId}`, { as }))

export const listCases = async (as: Account, query: string) =>
  expectBody(await call<CaseList>(`/api/v1/cases?${query}`, { as }))

/** Waits until the order is in `state`. @returns its view */
export const waitForOrderState = async (
  as: Account,
  orderId: string,
  state: CaseState,
  timeoutMs = 20_000,
): Promise<OrderView> => {
  const isThere = (view: OrderView) =>
    view.state === state && (state !== 'AWAITING_APPROVAL' || view.approval !== null)
  await expect(async () => {
    const view = await readOrder(as, orderId)
    expect(isThere(view), `${orderId} is ${view.state}, not ${state}`).toBe(true)
  }).toPass({ timeout: timeoutMs, intervals: [50, 100, 200] })
  return readOrder(as, orderId)
}

/** Places an order that needs an approval. @returns the order and the id of its open approval */
export const placeWaitingOrder = async (as: Account, wish: OrderOverrides = {}) => {
  const order = await placeOrder(as, { sku: stack.skus.dear, ...wish })
  const { approval } = await waitForOrderState(as, order.orderId, 'AWAITING_APPROVAL', 20_000)
  const approvalId = approval?.approvalId ?? ''
  // The order names its approval before that has started.
  await expect
    .poll(async () => (await call(`/api/v1/cases/${approvalId}`, { as: people.ana })).status)
    .toBe(200)
  return { order, approvalId }
}

/** Starts a stand-alone approval in the group risk. */
export const startApproval = async (as: Account, wish: Record<string, unknown> = {}): Promise<string> => {
  const body = { title: 'Refund request', group: 'risk', ...wish }
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await call<{ caseId: string }>('/api/v1/approvals', { as, body, headers })
  return expectBody(answer, 201).caseId
}

export interface DecisionResponse {
  caseId: string
  status: string
  message: string
}

export const decide = (as: Pick<Account, 'apiToken'>, caseId: string, body: Record<string, unknown>) =>
  call<DecisionResponse & Problem>(`/api/v1/cases/${caseId}/decision`, { as, body })
