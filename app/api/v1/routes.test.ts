/** The public API over HTTP: statuses, headers, problem documents and event streams. */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateApiToken, hashToken } from '@/app/_server/auth/tokens'
import { trackTokens } from '@/app/_server/orders/status-link'
import { installRuntime } from '@/app/_server/testing/test-runtime'
import { orderRequest, startTestWeb, type TestWeb, waitUntil } from '@/app/_server/testing/test-web'
import { GET as trackEvents } from '@/app/(shop)/track/[token]/events/route'
import { insertToken } from '@/db/queries/auth/api-tokens'
import type { Role } from '@/temporal/contract/auth/actor'
import { POST as startApproval } from './approvals/route'
import { POST as claim } from './cases/[caseId]/claim/route'
import { POST as decide } from './cases/[caseId]/decision/route'
import { GET as readCase } from './cases/[caseId]/route'
import { GET as counts } from './cases/counts/route'
import { GET as listCases } from './cases/route'
import { POST as markRead } from './cases/seen/route'
import { GET as events } from './events/route'
import { POST as cancelOrder } from './orders/[orderId]/cancel/route'
import { GET as readOrder } from './orders/[orderId]/route'
import { GET as orderStates, POST as placeOrder } from './orders/route'
import { GET as people } from './people/route'
import { GET as products } from './products/route'
import { POST as respond } from './responses/[caseId]/route'

type Handler = typeof trackEvents
interface Call {
  as?: string
  params?: Record<string, string>
  query?: string
  body?: unknown
  headers?: Record<string, string>
}

let web: TestWeb
const tokens = {} as Record<'customer' | 'agent' | 'supervisor', string>
const opened: Response[] = []

const call = (handler: Handler, { as, params = {}, query = '', body, headers = {} }: Call = {}) => {
  const request = new Request(`http://shop.test/api/v1/x${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(as ? { authorization: `Bearer ${as}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return handler(request, { params: Promise.resolve(params) })
}

const json = async (handler: Handler, options: Call, status = 200) => {
  const response = await call(handler, options)
  const body = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(status)
  return body
}

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key })

const addToken = async (role: Role): Promise<string> => {
  const [{ id }, token] = [await web.addStaff(role), generateApiToken()]
  const row = { id, name: role, tokenHash: hashToken(token), role, userId: id, expiresAt: null }
  await insertToken(web.stack.db, row)
  return token
}

/** Reads a stream until its text contains `part`, and returns the text. */
const readUntil = async (response: Response, part: string): Promise<string> => {
  opened.push(response)
  const reader = response.body?.getReader()
  let text = ''
  while (!text.includes(part)) {
    const read = await reader?.read()
    if (!read || read.done) break
    text += new TextDecoder().decode(read.value)
  }
  reader?.releaseLock()
  return text
}

beforeAll(async () => {
  web = await startTestWeb()
  installRuntime(web.runtime)
  for (const role of ['customer', 'agent', 'supervisor'] as const) tokens[role] = await addToken(role)
})
afterAll(async () => {
  await Promise.all(opened.map((response) => response.body?.cancel()))
  await web.stop()
})

describe('POST /cases/seen', () => {
  const caseId = `apr_${'0'.repeat(26)}`

  it('returns 204 without a body', async () => {
    const answer = await call(markRead, { as: tokens.agent, body: { cases: [{ caseId, version: 3 }] } })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
  })

  it.each([
    ['no case', []],
    ['too many', Array.from({ length: 201 }, () => ({ caseId, version: 1 }))],
    ['an invalid case id', [{ caseId: 'x', version: 1 }]],
    ['a negative version', [{ caseId, version: -1 }]],
    ['a version above the range', [{ caseId, version: 2 ** 31 }]],
  ])('refuses %s', async (_, cases) => {
    expect(await json(markRead, { as: tokens.agent, body: { cases } }, 422)).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  it('is allowed for staff only', async () => {
    const body = { cases: [{ caseId, version: 3 }] }
    expect(await json(markRead, { as: tokens.customer, body }, 403)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('GET /people', () => {
  it('finds staff, for staff only', async () => {
    const { items } = await json(people, { as: tokens.agent, query: '?q=@staff.test' })
    expect(items).toHaveLength(2)
    expect(await json(people, { as: tokens.customer }, 403)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await json(people, { as: tokens.agent, query: '?x=1' }, 422)).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })
})

describe('POST /orders', () => {
  it('returns 201, and marks replayed responses', async () => {
    const placement = { as: tokens.customer, body: orderRequest(), headers: keyed() }
    const first = await call(placeOrder, placement)
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null])
    const again = await call(placeOrder, placement)
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    expect(await again.json()).toEqual(await first.json())
    const other = { ...placement, body: orderRequest() }
    expect(await json(placeOrder, other, 422)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('requires a key of 1 to 255 printable characters', async () => {
    for (const headers of [{}, keyed(''), keyed('x'.repeat(256)), keyed('é')]) {
      const problem = await json(placeOrder, { as: tokens.customer, body: orderRequest(), headers }, 400)
      expect(problem).toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED' })
    }
  })

  it('reports the path of each invalid field', async () => {
    const body = { ...orderRequest(), items: [{ sku: 'MUG-BLUE', quantity: 0 }], colour: 'red' }
    const { errors } = await json(placeOrder, { as: tokens.customer, body, headers: keyed() }, 422)
    expect(errors.map(({ path }: { path: string }) => path).sort()).toEqual(['', 'items.0.quantity'])
    const problem = await json(placeOrder, { as: tokens.customer, body: ['x'], headers: keyed() }, 422)
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('places an order that can be read, listed by state and cancelled', async () => {
    const body = orderRequest('LAPTOP-14')
    const { orderId } = await json(placeOrder, { as: tokens.customer, body, headers: keyed() }, 201)
    const own = { as: tokens.customer, params: { orderId } }
    await web.untilOrder(orderId, 'AWAITING_APPROVAL')
    expect(await json(readOrder, own)).toMatchObject({ orderId, email: body.email, source: 'workflow' })
    expect(await json(orderStates, { as: tokens.customer, query: `?ids=${orderId}` })).toMatchObject([
      { orderId },
    ])
    expect(await json(cancelOrder, { ...own, body: {} })).toMatchObject({ orderId, status: 'CANCELLED' })
  })
})

describe('an approval', () => {
  const start = async (): Promise<string> => {
    const body = { title: 'Refund', group: 'risk', amountCents: 41_250 }
    return (await json(startApproval, { as: tokens.supervisor, body, headers: keyed() }, 201)).caseId
  }

  it('is started, claimed, decided and listed', async () => {
    const caseId = await start()
    const own = { as: tokens.agent, params: { caseId } }
    expect(await json(claim, { ...own, body: {} })).toMatchObject({ caseId, status: 'CLAIMED' })
    expect(await json(decide, { ...own, body: { decision: 'approved' } })).toMatchObject({
      caseId,
      status: 'APPROVED',
      message: expect.stringContaining('approved this at'),
    })
    const late = { as: tokens.supervisor, params: { caseId }, body: { decision: 'approved' } }
    // The requester may not decide, whether decided or not.
    expect((await call(decide, late)).status).toBe(403)
    await waitUntil(
      async () => (await json(listCases, { as: tokens.agent, query: `?q=${caseId}` })).items.length,
    )
    expect(await json(counts, { as: tokens.agent })).toMatchObject({ all: expect.any(Number) })
  })

  it('accepts a response to its interaction as a string or an object', async () => {
    for (const response of ['approved', { action: 'rejected', comment: 'No' }]) {
      const caseId = await start()
      const own = { as: tokens.agent, params: { caseId } }
      const { activeInteraction } = await json(readCase, own)
      const body = { interactionId: activeInteraction.interactionId, response }
      expect(await json(respond, { ...own, body })).toMatchObject({ caseId })
      expect(await json(respond, { ...own, body }, 409)).toMatchObject({ code: 'INTERACTION_MISMATCH' })
    }
  })

  it('returns the same 404 to a customer as an unknown id', async () => {
    const ids = [await start(), `apr_${'0'.repeat(26)}`]
    const answers = await Promise.all(
      ids.map((caseId) => json(readCase, { as: tokens.customer, params: { caseId } }, 404)),
    )
    const [real, unknown] = answers.map(({ requestId: _, ...problem }) => problem)
    expect(real).toEqual(unknown)
  })
})

it('GET /products is public and leaves out hidden products and fields', async () => {
  const { items } = await json(products, {})
  expect(items).toContainEqual(expect.objectContaining({ sku: 'MUG-BLUE', unitCents: 1_200 }))
  expect(JSON.stringify(items)).not.toMatch(/CD-ALBUM|flaggedForReview|hidden/)
})

describe('an event stream', () => {
  it('sends staff the events of all cases, or of one case', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const all = await call(events, { as: tokens.agent })
    const one = await call(events, { as: tokens.agent, query: `?case=${orderId}` })
    expect(all.headers.get('content-type')).toContain('text/event-stream')
    const other = await web.placed('MUG-BLUE', 'COMPLETED')
    await call(cancelOrder, { as: tokens.agent, params: { orderId }, body: {} })
    const text = await readUntil(one, `"caseId":"${orderId}"`)
    expect(text).not.toContain(other.orderId)
    expect(await readUntil(all, other.orderId)).toContain('event: ready')
  })

  it('sends versions without ids to the holder of a status link', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const token = trackTokens(web.runtime).sign(orderId, 'k1')
    const stream = await call(trackEvents, { params: { token } })
    await call(cancelOrder, { as: tokens.agent, params: { orderId }, body: {} })
    const text = await readUntil(stream, 'event: case')
    expect(text).toMatch(/event: case\ndata: \{"version":\d+\}/)
    expect(text).not.toMatch(/ord_|apr_/)
  })

  it("is refused for anonymous callers, forged links and other customers' cases", async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    expect((await call(events)).status).toBe(401)
    expect((await call(events, { as: tokens.customer, query: `?case=${orderId}` })).status).toBe(404)
    expect((await call(trackEvents, { params: { token: 'forged' } })).status).toBe(404)
  })
})
