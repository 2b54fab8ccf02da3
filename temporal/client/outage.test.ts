import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testTemporal } from '../testing/test-temporal'
import { getMemo, isCurrentRun, queryView, signalCase } from './case-handle'
import { checkHealth, countPollers } from './check-health'
import { connectLazily, type TemporalConnection } from './connection'
import { executeUpdate } from './execute-update'
import { startOrderWorkflow } from './start-case'
import { countByVisibility, getIndexedVersions, listByVisibility } from './visibility-list'

const ORDER = `ord_${'0'.repeat(26)}`
const MEMO = { title: 'Order 1', number: '1', submitter: 'A', currency: null, requestHash: null }
const INPUT = { orderId: ORDER } as Parameters<typeof startOrderWorkflow>[1]
/** Tolerance beyond a call's own deadline on a busy machine, in milliseconds. */
const SLACK_MS = 900

const UPDATE = { caseId: ORDER, name: 'decide', input: {}, updateId: 'id' } as const

const CALLS: Record<string, { run: (temporal: TemporalConnection) => Promise<unknown>; deadlineMs: number }> =
  {
    startOrderWorkflow: { run: (t) => startOrderWorkflow(t, INPUT, MEMO), deadlineMs: 5_000 },
    executeUpdate: { run: (t) => executeUpdate(t, UPDATE), deadlineMs: 5_000 },
    signalCase: { run: (t) => signalCase(t, ORDER, 'cancelOrder', {}), deadlineMs: 5_000 },
    queryView: { run: (t) => queryView(t, ORDER), deadlineMs: 2_000 },
    getMemo: { run: (t) => getMemo(t, ORDER), deadlineMs: 2_000 },
    isCurrentRun: { run: (t) => isCurrentRun(t, `order:${ORDER}`, 'run'), deadlineMs: 2_000 },
    listByVisibility: { run: (t) => listByVisibility(t, {}, 10, null), deadlineMs: 2_000 },
    countByVisibility: { run: (t) => countByVisibility(t, {}), deadlineMs: 2_000 },
    getIndexedVersions: { run: (t) => getIndexedVersions(t, [ORDER]), deadlineMs: 2_000 },
    checkHealth: { run: checkHealth, deadlineMs: 2_000 },
    countPollers: { run: (t) => countPollers(t, 'ORDER_TASK_QUEUE'), deadlineMs: 2_000 },
  }
const NAMES = Object.keys(CALLS)

/** The outcome of a call and its duration. */
const ended = async (
  temporal: TemporalConnection,
  name: string,
): Promise<{ outcome: unknown; tookMs: number }> => {
  const startedAt = performance.now()
  const outcome = await CALLS[name]?.run(temporal).catch((error: { code?: unknown }) => error.code ?? error)
  return { outcome, tookMs: performance.now() - startedAt }
}

const connectTo = (port: number): TemporalConnection =>
  connectLazily({ namespace: 'any', connection: { address: `127.0.0.1:${port}` } })

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })

describe('with no server', () => {
  let temporal: TemporalConnection
  beforeAll(async () => {
    const server = createServer()
    const port = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    temporal = connectTo(port)
  })
  afterAll(() => temporal.connection.close())

  it.concurrent.each(NAMES)('%s is refused long before its deadline', async (name) => {
    const { outcome, tookMs } = await ended(temporal, name)
    expect(outcome).toBe('TEMPORAL_UNAVAILABLE')
    expect(tookMs).toBeLessThan(1_500 + SLACK_MS)
  })
})

describe('with a server that accepts connections and never answers', () => {
  let temporal: TemporalConnection
  let server: Server
  beforeAll(async () => {
    server = createServer((socket) => socket.on('error', () => {}))
    temporal = connectTo(await listening(server))
  })
  afterAll(async () => {
    await temporal.connection.close()
    server.close()
  })

  it.concurrent.each(NAMES)(
    '%s ends at its deadline',
    async (name) => {
      const { outcome, tookMs } = await ended(temporal, name)
      // An update whose request may have left is unknown, not refused.
      const expected =
        name === 'executeUpdate' ? [{ kind: 'pending' }, 'TEMPORAL_UNAVAILABLE'] : ['TEMPORAL_UNAVAILABLE']
      expect(expected).toContainEqual(outcome)
      expect(tookMs).toBeLessThan((CALLS[name]?.deadlineMs ?? 0) + SLACK_MS)
    },
    10_000,
  )
})

describe('with a namespace that does not exist', () => {
  const temporal = connectLazily(testTemporal())
  afterAll(() => temporal.connection.close())

  it.concurrent.each(NAMES)('%s is an outage, not a missing case', async (name) => {
    expect(await ended(temporal, name)).toMatchObject({ outcome: 'TEMPORAL_UNAVAILABLE' })
  })
})
