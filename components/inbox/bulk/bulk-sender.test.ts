import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caseItem } from '../testing/case-item'
import { runBulk } from './bulk-run'
import { createSender } from './bulk-sender'
import { currentRun, dismissRun, stopRun } from './bulk-store'

/** A server that is always busy. @param retryAfterSeconds what it asks for */
const stubBusyServer = (retryAfterSeconds: number) => {
  const problem = { type: 'about:blank', code: 'RATE_LIMITED', title: 'Busy', detail: '', requestId: '' }
  const headers = { 'content-type': 'application/problem+json' }
  const fetch = vi.fn(async (_path: string, _init: RequestInit) =>
    Response.json({ ...problem, status: 429, retryAfterSeconds }, { status: 429, headers }),
  )
  vi.stubGlobal('fetch', fetch)
  return fetch
}
const claimOne = () => runBulk('claim', [caseItem('a')], createSender(new QueryClient(), 'claim', ''))

afterEach(() => {
  dismissRun()
  vi.unstubAllGlobals()
})

describe('createSender', () => {
  it('sends a case six times under one key while the server is busy, then counts it as refused', async () => {
    const fetch = stubBusyServer(0)
    await claimOne()
    expect(currentRun()?.refused.map(({ problem }) => problem.code)).toEqual(['RATE_LIMITED'])
    const keys = fetch.mock.calls.map(([, { headers }]) => new Headers(headers).get('idempotency-key'))
    expect(keys).toHaveLength(6)
    expect(new Set(keys).size).toBe(1)
  })

  it('ends the wait for a busy server, and its attempts, once the run is being stopped', async () => {
    const fetch = stubBusyServer(3_600)
    const run = claimOne()
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce())
    setImmediate(stopRun)
    await run
    expect(currentRun()?.refused).toHaveLength(1)
    expect(fetch.mock.calls.length).toBeLessThanOrEqual(2)
  })
})
