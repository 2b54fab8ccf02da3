import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMetrics } from '../platform/metrics'
import { createTestRuntime, type TestRuntime } from '../testing/test-runtime'
import { renderMetrics } from './metrics-route'

const WORKER = '# HELP lag_seconds Lag\n# TYPE lag_seconds gauge\nlag_seconds 0.5\n'
const worker = createServer((_, response) => response.end(WORKER))
const silent = createServer(() => {})
let test: TestRuntime

const listening = (server: typeof worker): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

describe('metrics while Temporal and two of three workers are down', () => {
  let addresses: string[]
  let text: string
  let tookMs: number
  beforeAll(async () => {
    addresses = [await listening(worker), await listening(silent), '127.0.0.1:1']
    const urls = addresses.map((address) => `http://${address}/metrics`).join(',')
    test = await createTestRuntime({ WORKER_METRICS_URLS: urls })
    getMetrics(test.runtime).decision('approved')
    const startedAt = performance.now()
    text = (await renderMetrics(test.runtime)).text
    tookMs = performance.now() - startedAt
  }, 30_000)
  afterAll(async () => {
    test.runtime.drain.start()
    for (const server of [worker, silent]) {
      server.closeAllConnections()
      server.close()
    }
    await test.drop()
  })

  it('contain those of the process and of the reachable worker', () => {
    expect(text).toContain('action_center_decisions_total{outcome="approved"} 1\n')
    expect(text).toContain(`lag_seconds{worker="${addresses[0]}"} 0.5\n`)
  })

  it('show which dependencies are down, after a bounded wait', () => {
    const up = addresses.map((address) => text.includes(`action_center_worker_up{worker="${address}"} 1\n`))
    expect(up).toEqual([true, false, false])
    expect(text).toContain(`action_center_worker_up{worker="${addresses[1]}"} 0\n`)
    expect(text).toContain('action_center_part_up{part="temporal"} 0\n')
    expect(text).toContain('action_center_part_up{part="database"} 1\n')
    expect(tookMs).toBeLessThan(5_000)
  })
})
