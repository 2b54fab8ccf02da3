import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { call, placeOrder, placeWaitingOrder, startApproval } from '../support/api'
import { type ApiDescription, loadApiDescription } from '../support/openapi'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people
const MISSING = `apr_${'0'.repeat(26)}`

let api: ApiDescription
test.beforeAll(async () => {
  api = await loadApiDescription()
})

/** By the client of Node.js: `fetch` forbids TRACE. */
const send = (method: string, path: string): Promise<{ status?: number; headers: IncomingHttpHeaders }> =>
  new Promise((resolve, reject) => {
    request(new URL(path, stack.url), { method }, (response) => {
      response.resume()
      resolve({ status: response.statusCode, headers: response.headers })
    })
      .on('error', reject)
      .end()
  })

test('a method that an address does not take is a 405 that names those it does', async () => {
  const paths = ['/api/v1/products', `/api/v1/cases/${MISSING}/claim`, '/api/health', '/order', '/inbox', '/']
  for (const path of [...paths, '/robots.txt'])
    for (const method of ['TRACE', 'PUT', 'DELETE']) {
      const { status, headers } = await send(method, path)
      expect([method, path, status]).toEqual([method, path, 405])
      expect(headers.allow).toContain('OPTIONS')
    }
  expect((await send('GET', `/api/v1/cases/${MISSING}/claim`)).headers.allow).toBe('OPTIONS, POST')
  expect((await send('HEAD', '/api/v1/products')).status).toBe(200)
  expect((await send('OPTIONS', '/api/v1/products')).headers.allow).toBe('GET, HEAD, OPTIONS')
})

test('work on a decided case answers as described', async () => {
  const caseId = await startApproval(supervisor)
  const at = `/api/v1/cases/${caseId}`
  const decided = await call(`${at}/decision`, { as: ana, body: { decision: 'approved' } })
  expect(decided.status).toBe(200)
  for (const [operation, path, body] of [
    ['claimCase', 'claim', {}],
    ['releaseCase', 'release', {}],
    ['takeOverCase', 'take-over', {}],
    ['assignCase', 'assign', { assigneeId: 'x' }],
    ['commentCase', 'comment', { text: 'Late' }],
  ] as const) {
    const answer = await call(`${at}/${path}`, { as: ana, body })
    expect(answer).toMatchObject({ status: 409, body: { code: 'ALREADY_DECIDED' } })
    api.check(operation, answer)
  }
})

test('what the description forbids is refused', async () => {
  const refused = async (path: string, status = 422) => {
    const answer = await call(path, { as: ana })
    expect([path, answer.status]).toEqual([path, status])
  }
  for (const query of ['to=', 'kind=', 'limit=', 'priority=4', 'minAmount=5.8e16'])
    await refused(`/api/v1/cases?${query}`)
  await refused(`/api/v1/cases/${MISSING}?minVersion=2147483648`)
  await refused('/api/v1/orders?ids=')
  await refused('/api/v1/address-formats/Atlantis')
  await refused('/api/v1/products?colour=red')
  for (const key of ['', 'k'.repeat(256)]) {
    const answer = await call(`/api/v1/cases/${MISSING}/claim`, {
      as: ana,
      body: {},
      headers: { 'idempotency-key': key },
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } })
    api.check('claimCase', answer)
  }
})

test('what the description allows is accepted', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const text = 'Nul\0, half \ud83d, bell\u0007, and 😀'
  const comment = await call(`/api/v1/cases/${approvalId}/comment`, { as: ana, body: { text } })
  expect(comment.status, JSON.stringify(comment.body)).toBe(200)
  const long = await call(`/api/v1/cases/${approvalId}/comment`, {
    as: ana,
    body: { text: '😀'.repeat(4_000) },
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(long.status, JSON.stringify(long.body)).toBe(200)
  const listed = await call(`/api/v1/orders?ids=,${order.orderId},,`, { as: customer })
  expect(listed.status).toBe(200)
  // No member of its body is required.
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_slow' })
  const cancelled = await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })
  expect([200, 202, 409]).toContain(cancelled.status)
  api.check('cancelOrder', cancelled)
})
