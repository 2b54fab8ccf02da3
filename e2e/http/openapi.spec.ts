import { randomUUID } from 'node:crypto'
import {
  type ApiResponse,
  call,
  orderBody,
  placeOrder,
  placeWaitingOrder,
  readCase,
  startApproval,
  waitForOrderState,
} from '../support/api'
import { type ApiDescription, loadApiDescription } from '../support/openapi'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, outsider, supervisor, customer } = people
const key = () => ({ 'idempotency-key': randomUUID() })

let api: ApiDescription
/** Operations that answered successfully in this file. */
const succeeded = new Set<string>()

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  api = await loadApiDescription()
})

const answers = async (operationId: string, status: number, answer: Promise<ApiResponse<unknown>>) => {
  const given = await answer
  expect(given.status, `${operationId}: ${JSON.stringify(given.body)}`).toBe(status)
  api.check(operationId, given)
  if (status < 300) succeeded.add(operationId)
  return given
}

test('orders answer as described, from placement to cancellation', async () => {
  await answers('listProducts', 200, call('/api/v1/products'))
  await answers('addressFormat', 200, call('/api/v1/address-formats/Ireland'))
  const [body, headers] = [orderBody({ sku: stack.skus.dear }), key()]
  const placed = (await answers('placeOrder', 201, call('/api/v1/orders', { as: customer, body, headers })))
    .body as { orderId: string }
  const again = await answers('placeOrder', 201, call('/api/v1/orders', { as: customer, body, headers }))
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  const path = `/api/v1/orders/${placed.orderId}`
  await waitForOrderState(customer, placed.orderId, 'AWAITING_APPROVAL')
  for (const as of [customer, ana]) await answers('readOrder', 200, call(path, { as }))
  await answers('orderStates', 200, call(`/api/v1/orders?ids=${placed.orderId}`, { as: customer }))
  const keys = new URLSearchParams({ keys: Object.values(headers).join() })
  await answers('listPlacements', 200, call(`/api/v1/orders/placements?${keys}`, { as: customer }))
  await answers('readCase', 200, call(`/api/v1/cases/${placed.orderId}`, { as: ana }))
  await answers('cancelOrder', 200, call(`${path}/cancel`, { as: customer, body: { reason: 'Twice' } }))
  await waitForOrderState(customer, placed.orderId, 'CANCELLED')
  await answers('readOrder', 200, call(path, { as: customer }))
  const done = (await placeOrder(customer)).orderId
  await waitForOrderState(customer, done, 'COMPLETED')
  await answers('cancelOrder', 409, call(`/api/v1/orders/${done}/cancel`, { as: customer, body: {} }))
  await answers('readOrder', 200, call(`/api/v1/orders/${done}`, { as: ana }))
})

test('a case answers as described, from the list to the decision', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const at = `/api/v1/cases/${approvalId}`
  for (const query of ['', '?kind=order', `?q=${order.orderId}`, '?state=closed', '?source=visibility'])
    await answers('listCases', 200, call(`/api/v1/cases${query}`, { as: ana }))
  await answers('countCases', 200, call('/api/v1/cases/counts', { as: ana }))
  const { body } = await answers('listPeople', 200, call(`/api/v1/people?q=${ben.name}`, { as: ana }))
  const [colleague] = (body as { items: { id: string }[] }).items
  await answers('claimCase', 200, call(`${at}/claim`, { as: ana, body: {} }))
  await answers('claimCase', 409, call(`${at}/claim`, { as: ben, body: {} }))
  await answers('decideCase', 409, call(`${at}/decision`, { as: ben, body: { decision: 'approved' } }))
  await answers('takeOverCase', 200, call(`${at}/take-over`, { as: ben, body: {} }))
  await answers('takeOverCase', 200, call(`${at}/take-over`, { as: ana, body: {} }))
  await answers('releaseCase', 200, call(`${at}/release`, { as: ana, body: {} }))
  const assignment = { as: ana, body: { assigneeId: colleague?.id } }
  await answers('assignCase', 200, call(`${at}/assign`, assignment))
  await answers(
    'commentCase',
    200,
    call(`${at}/comment`, { as: ana, body: { text: 'Looks fine' }, headers: key() }),
  )
  const { version } = (await readCase(ana, approvalId)).caseDetails
  const seen = { as: ana, body: { cases: [{ caseId: approvalId, version }] } }
  await answers('seeCases', 204, call('/api/v1/cases/seen', seen))
  await answers('readCase', 200, call(at, { as: ana }))
  await answers('decideCase', 200, call(`${at}/decision`, { as: ben, body: { decision: 'approved' } }))
  await answers('decideCase', 409, call(`${at}/decision`, { as: ana, body: { decision: 'approved' } }))
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
  for (const id of [approvalId, order.orderId])
    await answers('readCase', 200, call(`/api/v1/cases/${id}`, { as: ana }))
})

test('an approval answers as described', async () => {
  const body = { title: 'Refund', group: 'risk', amountCents: 84_000, payload: { any: ['thing', null] } }
  const started = await answers(
    'startApproval',
    201,
    call('/api/v1/approvals', { as: supervisor, body, headers: key() }),
  )
  const { caseId } = started.body as { caseId: string }
  const interactionId = (await readCase(ana, caseId)).activeInteraction?.interactionId
  const path = `/api/v1/responses/${caseId}`
  const response = { action: 'rejected', comment: 'Not this one' }
  await answers('answerInteraction', 200, call(path, { as: ana, body: { interactionId, response } }))
  await answers('answerInteraction', 409, call(path, { as: ana, body: { interactionId: 'x', response } }))
})

test('a parked order is tried again as described', async () => {
  test.slow()
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_timeout' })
  const path = `/api/v1/cases/${orderId}/retry`
  await expect
    .poll(async () => (await call(path, { as: ana, body: {} })).status, { timeout: 60_000 })
    .toBe(200)
  await answers('retryCase', 200, call(path, { as: ana, body: {}, headers: key() }))
  await answers('retryCase', 404, call(path, { as: customer, body: {} }))
  await answers('retryParked', 200, call('/api/v1/cases/retry', { as: supervisor, body: {} }))
  await answers('retryParked', 403, call('/api/v1/cases/retry', { as: ana, body: {} }))
  await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })
  await waitForOrderState(customer, orderId, 'CANCELLED', 60_000)
  await answers('retryCase', 409, call(path, { as: ana, body: {} }))
})

test('reports answer as described', async () => {
  await answers('readReport', 200, call('/api/v1/reports/decisions', { as: supervisor }))
  await answers('exportReport', 200, call('/api/v1/reports/decisions.csv?by=day', { as: supervisor }))
  await answers('readReport', 403, call('/api/v1/reports/decisions', { as: ana }))
})

test('the state of dependencies is answered as described', async () => {
  await answers('readStatus', 200, call('/api/v1/status', { as: ana }))
})

test('an event stream answers as described', async () => {
  const abort = new AbortController()
  const response = await fetch(new URL('/api/v1/events', stack.url), {
    headers: { authorization: `Bearer ${ana.apiToken}` },
    signal: abort.signal,
  })
  api.check('events', { status: response.status, headers: response.headers, body: 'event: ready' })
  succeeded.add('events')
  abort.abort()
})

test('refusals answer with the described problems', async () => {
  const caseId = await startApproval(supervisor)
  const at = `/api/v1/cases/${caseId}`
  const json = { 'content-type': 'application/json' }
  const decision = { decision: 'approved' }
  await answers('readCase', 401, call(at))
  await answers('readCase', 404, call(`/api/v1/cases/apr_${'0'.repeat(26)}`, { as: ana }))
  await answers('listCases', 403, call('/api/v1/cases', { as: customer }))
  await answers('listCases', 422, call('/api/v1/cases?limit=none', { as: ana }))
  await answers('listCases', 422, call('/api/v1/cases?cursor=none', { as: ana }))
  await answers('listCases', 422, call('/api/v1/cases?source=visibility&sort=due', { as: ana }))
  await answers('decideCase', 403, call(`${at}/decision`, { as: outsider, body: decision }))
  await answers('decideCase', 403, call(`${at}/decision`, { as: supervisor, body: decision }))
  await answers('decideCase', 422, call(`${at}/decision`, { as: ana, body: { decision: 'rejected' } }))
  await answers(
    'decideCase',
    409,
    call(`${at}/decision`, { as: ana, body: { ...decision, expectedVersion: 99 } }),
  )
  await answers('decideCase', 400, call(`${at}/decision`, { as: ana, body: '{', headers: json }))
  const text = { 'content-type': 'text/plain' }
  await answers('commentCase', 415, call(`${at}/comment`, { as: ana, body: 'x', headers: text }))
  await answers('commentCase', 413, call(`${at}/comment`, { as: ana, body: { text: 'x'.repeat(1_100_000) } }))
  await answers('releaseCase', 409, call(`${at}/release`, { as: ana, body: {} }))
  await answers('placeOrder', 400, call('/api/v1/orders', { as: customer, body: orderBody() }))
  const sameKey = key()
  await call('/api/v1/orders', { as: customer, body: orderBody(), headers: sameKey })
  await answers(
    'placeOrder',
    422,
    call('/api/v1/orders', { as: customer, body: orderBody(), headers: sameKey }),
  )
})

test('every operation of the description was tested in this file', () => {
  expect([...succeeded].sort()).toEqual([...api.operations].sort())
})

test('a response that differs from its description is detected', async () => {
  const answer = await call('/api/v1/products')
  const [first] = (answer.body as unknown as { items: object[] }).items
  const altered = (item: object) => ({ ...answer, body: { items: [{ ...first, ...item }] } })
  expect(() => api.check('listProducts', altered({ unitCents: 'much' }))).toThrow(/unitCents/)
  expect(() => api.check('listProducts', altered({ secret: 1 }))).toThrow(/secret/)
  expect(() => api.check('listProducts', { ...answer, status: 418 })).toThrow(/not described/)
})
