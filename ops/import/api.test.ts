import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AccessDenied, createApi, type ImportApi } from './api'
import type { OrderBody } from './orders/plan'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const BODY: OrderBody = {
  email: 'a@b.example',
  items: [{ sku: 'CD-ALBUM', quantity: 1, lineTotalCents: 0 }],
  shippingAddress: { name: 'A', line1: '1', city: 'B', postalCode: '2', country: 'US' },
  paymentToken: 'tok_approved',
}

let server: Server
const waits: string[] = []
const requests: { key: string | undefined; authorization: string | undefined }[] = []

afterEach(() => {
  server.close()
  waits.length = 0
  requests.length = 0
})

/** A server that sends `answers` in turn, with statuses that a healthy product never sends. */
const serving = async (...answers: Answer[]): Promise<ImportApi> => {
  server = createServer((request, response) => {
    const { 'idempotency-key': key, authorization } = request.headers
    requests.push({ key: key as string | undefined, authorization })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = new AbortController().signal
  return createApi({ url, token: 'secret', stop, onWait: (reason) => waits.push(reason) })
}

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

const PLACED = { orderId: 'ord_1', workflowId: 'order:ord_1', state: 'PENDING', statusUrl: 'http://x' }

describe('place', () => {
  it('sends the token and the key, and recognises a replay', async () => {
    const api = await serving(
      answering(201, PLACED),
      answering(201, { ...PLACED, state: 'COMPLETED' }, { 'idempotent-replayed': 'true' }),
    )
    expect(await api.place('k', BODY)).toEqual({ kind: 'placed', orderId: 'ord_1', state: 'PENDING' })
    expect(await api.place('k', BODY)).toEqual({ kind: 'replayed', orderId: 'ord_1', state: 'COMPLETED' })
    expect(requests[0]).toEqual({ key: 'k', authorization: 'Bearer secret' })
  })

  it('retries with the same key after 429, 503 and a broken connection', async () => {
    const api = await serving(
      answering(429, {}, { 'retry-after': '0' }),
      answering(503, {}, { 'retry-after': '0' }),
      (request) => request.socket.destroy(),
      answering(201, PLACED),
    )
    expect(await api.place('k', BODY)).toMatchObject({ kind: 'placed' })
    expect(waits).toHaveLength(3)
    expect(new Set(requests.map(({ key }) => key))).toEqual(new Set(['k']))
  })

  it('returns the reason of a refused row', async () => {
    const problem = { title: 'Not valid', errors: [{ path: 'items.0.sku', message: 'unknown' }] }
    const api = await serving(answering(422, problem))
    expect(await api.place('k', BODY)).toEqual({
      kind: 'refused',
      reason: '422 Not valid (items.0.sku: unknown)',
    })
  })

  it.each([401, 403])('ends the import on %d, which every row would get', async (status) => {
    const api = await serving(answering(status, { title: 'No' }))
    await expect(api.place('k', BODY)).rejects.toBeInstanceOf(AccessDenied)
  })
})

it('reads the states of orders by id', async () => {
  const rows = [{ orderId: 'ord_1', state: 'COMPLETED' }]
  let path: string | undefined
  const api = await serving((request, response) => {
    path = request.url
    answering(200, rows)(request, response)
  })
  expect(await api.states(['ord_1', 'ord_2'])).toEqual(rows)
  expect(path).toBe('/api/v1/orders?ids=ord_1,ord_2')
})
