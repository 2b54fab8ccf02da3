import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '@/temporal/contract/problem'
import { type CaseMutation, retryDelayMs, sendMutation } from './send-mutation'

interface Reply {
  status: number
  body: object
}

const problem = (more: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  code: 'RATE_LIMITED',
  title: '',
  detail: '',
  status: 429,
  requestId: '',
  ...more,
})
const done: Reply = { status: 200, body: { status: 'CLAIMED' } }
const pending: Reply = { status: 202, body: { status: 'pending' } }
const refusal = (more: Partial<Problem>): Reply => ({ status: more.status ?? 429, body: problem(more) })
const claim: CaseMutation = { caseId: 'apr_1', verb: 'claim', body: {} }

let server: Server
let received: IncomingMessage[]
let replies: Reply[]

/** A page's `fetch` knows its origin, that of Node does not. */
beforeEach(async () => {
  received = []
  server = createServer((request, response) => {
    received.push(request)
    const { status, body } = replies[received.length - 1] ?? done
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init))
})
afterEach(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})

const keys = () => received.map(({ headers }) => headers['idempotency-key'])
const waits = () => {
  const delays: number[] = []
  return { delays, wait: async (ms: number) => void delays.push(ms) }
}

describe('sendMutation', () => {
  it('posts the body to the endpoint of its verb, with its key and a trace', async () => {
    replies = [done]
    expect(await sendMutation(claim, 'key')).toEqual({ status: 'CLAIMED' })
    expect(received[0]).toMatchObject({ method: 'POST', url: '/api/v1/cases/apr_1/claim' })
    expect(received[0]?.headers).toMatchObject({
      'idempotency-key': 'key',
      traceparent: expect.stringMatching(/^00-/),
    })
  })

  it('retries under the same key while the server is busy', async () => {
    replies = [refusal({}), refusal({ status: 503 }), done]
    await sendMutation(claim, 'key', { maxAttempts: 6, wait: waits().wait })
    expect(keys()).toEqual(['key', 'key', 'key'])
  })

  it('waits as long as the server asks', async () => {
    replies = [refusal({ retryAfterSeconds: 3 }), done]
    const { delays, wait } = waits()
    await sendMutation(claim, 'key', { maxAttempts: 6, wait })
    expect(delays).toEqual([3_000])
  })

  it('gives up after its attempts, once stopped, and at once for a refusal that will not pass', async () => {
    replies = Array.from({ length: 9 }, () => refusal({}))
    await expect(sendMutation(claim, 'key')).rejects.toMatchObject({ problem: { status: 429 } })
    const stopped = sendMutation(claim, 'key', { maxAttempts: 6, isStopped: () => true })
    await expect(stopped).rejects.toMatchObject({ problem: { status: 429 } })
    replies = Array.from({ length: 9 }, () => refusal({ status: 409, code: 'ALREADY_CLAIMED' }))
    await expect(sendMutation(claim, 'key', { maxAttempts: 6 })).rejects.toMatchObject({
      problem: { code: 'ALREADY_CLAIMED' },
    })
    expect(received).toHaveLength(3)
  })

  it('retries an unknown outcome under the same key, also after a failure', async () => {
    replies = [pending, refusal({ status: 503, retryAfterSeconds: 0 }), done]
    const onUnknownOutcome = vi.fn()
    expect(await sendMutation(claim, 'key', { onUnknownOutcome })).toEqual({ status: 'CLAIMED' })
    expect(onUnknownOutcome).toHaveBeenCalledOnce()
    expect(keys()).toEqual(['key', 'key', 'key'])
  })
})

describe('retryDelayMs', () => {
  it('is what the server asks for, else it grows with each attempt', () => {
    expect(retryDelayMs(1, problem({ retryAfterSeconds: 42 }))).toBe(42_000)
    expect([1, 2, 3, 9].map((attempt) => retryDelayMs(attempt, problem()))).toEqual([
      500, 1_000, 2_000, 8_000,
    ])
  })
})
