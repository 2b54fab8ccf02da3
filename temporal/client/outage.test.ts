import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testTemporal } from '../testing/test-temporal'
import { createGateway, type TemporalGateway } from './gateway'

const ORDER = `ord_${'0'.repeat(26)}`
const MEMO = { title: 'Order 1', number: '1', submitter: 'A', currency: null, requestHash: null }
const INPUT = { orderId: ORDER } as Parameters<TemporalGateway['startOrder']>[0]
/** What a call may take beyond its own deadline on a busy machine. */
const SLACK_MS = 900

const CALLS: Record<string, { run: (gateway: TemporalGateway) => Promise<unknown>; deadlineMs: number }> = {
  startOrder: { run: (g) => g.startOrder(INPUT, MEMO), deadlineMs: 5_000 },
  update: { run: (g) => g.executeUpdate(ORDER, 'decide', {}, 'id'), deadlineMs: 5_000 },
  signal: { run: (g) => g.signalCase(ORDER, 'cancelOrder', {}), deadlineMs: 5_000 },
  queryView: { run: (g) => g.queryView(ORDER), deadlineMs: 2_000 },
  memoOf: { run: (g) => g.getMemo(ORDER), deadlineMs: 2_000 },
  isCurrentRun: { run: (g) => g.isCurrentRun(`order:${ORDER}`, 'run'), deadlineMs: 2_000 },
  list: { run: (g) => g.listByVisibility({}, 10, null), deadlineMs: 2_000 },
  count: { run: (g) => g.countByVisibility({}), deadlineMs: 2_000 },
  versionsOf: { run: (g) => g.getIndexedVersions([ORDER]), deadlineMs: 2_000 },
  health: { run: (g) => g.checkHealth(), deadlineMs: 2_000 },
  pollers: { run: (g) => g.countPollers('ORDER_TASK_QUEUE'), deadlineMs: 2_000 },
}
const NAMES = Object.keys(CALLS)

/** How a call ended and after how many milliseconds. */
const ended = async (
  gateway: TemporalGateway,
  name: string,
): Promise<{ outcome: unknown; tookMs: number }> => {
  const startedAt = performance.now()
  const outcome = await CALLS[name]?.run(gateway).catch((error: { code?: unknown }) => error.code ?? error)
  return { outcome, tookMs: performance.now() - startedAt }
}

const gatewayTo = (port: number): TemporalGateway =>
  createGateway({ namespace: 'any', connection: { address: `127.0.0.1:${port}` } })

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })

describe('with nothing listening', () => {
  let gateway: TemporalGateway
  beforeAll(async () => {
    const server = createServer()
    const port = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    gateway = gatewayTo(port)
  })
  afterAll(() => gateway.close())

  it.concurrent.each(NAMES)('%s is refused long before its deadline', async (name) => {
    const { outcome, tookMs } = await ended(gateway, name)
    expect(outcome).toBe('TEMPORAL_UNAVAILABLE')
    expect(tookMs).toBeLessThan(1_500 + SLACK_MS)
  })
})

describe('with a server that takes connections and says nothing', () => {
  let gateway: TemporalGateway
  let server: Server
  beforeAll(async () => {
    server = createServer((socket) => socket.on('error', () => {}))
    gateway = gatewayTo(await listening(server))
  })
  afterAll(async () => {
    await gateway.close()
    server.close()
  })

  it.concurrent.each(NAMES)(
    '%s ends at its deadline',
    async (name) => {
      const { outcome, tookMs } = await ended(gateway, name)
      // An update whose request may have left is unknown, not refused.
      const expected =
        name === 'update' ? [{ kind: 'pending' }, 'TEMPORAL_UNAVAILABLE'] : ['TEMPORAL_UNAVAILABLE']
      expect(expected).toContainEqual(outcome)
      expect(tookMs).toBeLessThan((CALLS[name]?.deadlineMs ?? 0) + SLACK_MS)
    },
    10_000,
  )
})

describe('with a namespace that is not there', () => {
  const gateway = createGateway(testTemporal())
  afterAll(() => gateway.close())

  it.concurrent.each(NAMES)('%s is an outage, not a missing case', async (name) => {
    expect(await ended(gateway, name)).toMatchObject({ outcome: 'TEMPORAL_UNAVAILABLE' })
  })
})
