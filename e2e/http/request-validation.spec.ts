import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { call, orderBody, postOrder } from '../support/api'
import { cookieHeader, getSession } from '../support/sessions'
import { people, stack } from '../support/stack'

const { customer, supervisor } = people

test('a placement without a key is refused', async () => {
  const answer = await call('/api/v1/orders', { as: customer, body: orderBody() })
  expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } })
})

test.describe('an invalid order is refused with the name of the field', () => {
  const base = orderBody()
  const cases = [
    ['items.0.quantity', { ...base, items: [{ sku: stack.skus.cheap, quantity: 0 }] }],
    ['items.0.quantity', { ...base, items: [{ sku: stack.skus.cheap, quantity: 1000 }] }],
    ['email', { ...base, email: 'nobody' }],
    ['shippingAddress.city', { ...base, shippingAddress: { ...base.shippingAddress, city: '' } }],
    ['paymentToken', { ...base, paymentToken: 'tok_free' }],
    ['items', { ...base, items: [] }],
  ] as const
  for (const [index, [path, body]] of cases.entries())
    test(`${path} (${index + 1})`, async () => {
      const answer = await postOrder(customer, body)
      expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } })
      expect(answer.body).toMatchObject({
        errors: expect.arrayContaining([expect.objectContaining({ path })]),
      })
    })
})

test('an amount in what is no currency of today is refused, in all others it is kept', async () => {
  const start = (currency: string) =>
    call<{ errors?: unknown }>('/api/v1/approvals', {
      as: supervisor,
      body: { title: 'Refund', group: 'risk', amountCents: 5800, currency },
      headers: { 'idempotency-key': randomUUID() },
    })
  for (const currency of ['ZZZ', 'BGN', 'ANG', 'HRK', 'XAU', 'XXX', 'XTS', 'jpy', 'BTC', ''])
    expect(await start(currency), currency).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_FAILED', errors: [{ path: 'currency' }] },
    })
  for (const currency of ['JPY', 'KWD', 'CLF', 'XCG', 'ZWG']) expect((await start(currency)).status).toBe(201)
})

test.describe('a request from another origin', () => {
  for (const origin of ['https://evil.example', 'null'])
    test(`is refused by its Origin ${origin} when a cookie came along`, async () => {
      const cookie = cookieHeader(await getSession(customer))
      const headers = { cookie, origin, 'idempotency-key': randomUUID() }
      const answer = await call('/api/v1/orders', { body: orderBody(), headers })
      expect(answer).toMatchObject({ status: 403, body: { code: 'FOREIGN_ORIGIN' } })
    })

  test('is refused without any Origin when a cookie came along', async () => {
    const headers = { cookie: cookieHeader(await getSession(customer)), 'idempotency-key': randomUUID() }
    const answer = await call('/api/v1/orders', { body: orderBody(), headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'FOREIGN_ORIGIN' } })
  })

  test('is accepted from our own Origin, and with a token from anywhere', async () => {
    const cookie = cookieHeader(await getSession(customer))
    const own = { cookie, origin: stack.url, 'idempotency-key': randomUUID() }
    expect(await call('/api/v1/orders', { body: orderBody(), headers: own })).toMatchObject({ status: 201 })
    const foreign = { origin: 'https://evil.example', 'idempotency-key': randomUUID() }
    const answer = await call('/api/v1/orders', { as: customer, body: orderBody(), headers: foreign })
    expect(answer).toMatchObject({ status: 201 })
  })
})

test('a body over 1 MB is refused, also without a length', async () => {
  const body = JSON.stringify({ ...orderBody(), note: 'x'.repeat(1_100_000) })
  const headers = {
    authorization: `Bearer ${customer.apiToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  const url = new URL('/api/v1/orders', stack.url)
  const declared = await fetch(url, { method: 'POST', headers, body })
  expect(declared.status).toBe(413)
  const chunked = { method: 'POST', headers, body: new Blob([body]).stream(), duplex: 'half' }
  const undeclared = await fetch(url, chunked as RequestInit)
  expect(undeclared.status).toBe(413)
})

test('a body that is not JSON, or not declared as JSON, is refused', async () => {
  const headers = { 'idempotency-key': randomUUID() }
  const broken = await call('/api/v1/orders', { as: customer, body: '{"email":', headers })
  expect(broken).toMatchObject({ status: 400, body: { code: 'MALFORMED_BODY' } })
  const plain = await call('/api/v1/orders', {
    as: customer,
    body: JSON.stringify(orderBody()),
    headers: { ...headers, 'content-type': 'text/plain' },
  })
  expect(plain).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } })
})

test('an unknown token is refused', async () => {
  for (const apiToken of ['nonsense', `ac_${'A'.repeat(43)}`]) {
    const answer = await call('/api/v1/cases', { as: { apiToken } })
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })
  }
})
