import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { call, decide, expectBody, orderBody, placeWaitingOrder, postOrder, readCase } from '../support/api'
import { type Metrics, readMetrics, sumSeries } from '../support/metrics'
import { people, stack } from '../support/stack'

const { ana, admin, ben, customer } = people

/** Increase of one series. */
const growth = (before: Metrics, after: Metrics, name: string, labels: Record<string, string>): number =>
  sumSeries(after, name, labels) - sumSeries(before, name, labels)

const STARTS = 'action_center_workflow_starts_total'
const DECISIONS = 'action_center_decisions_total'
const REQUESTS = 'action_center_http_requests_total'

test('one order and one decision count once each, and refused ones as refused', async () => {
  const before = await readMetrics()
  const { approvalId } = await placeWaitingOrder(customer)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  expect((await decide(ben, approvalId, { decision: 'rejected', comment: 'No' })).status).toBe(409)
  const after = await readMetrics()
  expect(growth(before, after, STARTS, { kind: 'order' })).toBe(1)
  expect(growth(before, after, STARTS, { kind: 'order', outcome: 'started' })).toBe(1)
  expect(growth(before, after, DECISIONS, { outcome: 'approved' })).toBe(1)
  expect(growth(before, after, DECISIONS, { outcome: 'already_decided' })).toBe(1)
  expect(growth(before, after, DECISIONS, {})).toBe(2)
  const decision = { method: 'POST', route: '/api/v1/cases/[caseId]/decision' }
  expect(growth(before, after, REQUESTS, { ...decision, status: '200' })).toBe(1)
  expect(growth(before, after, REQUESTS, { ...decision, status: '409' })).toBe(1)
  expect(growth(before, after, 'action_center_http_request_duration_seconds_count', decision)).toBe(2)
})

test('a placement sent again is a replay, and one that cannot be read is refused', async () => {
  const before = await readMetrics()
  const [key, body] = [randomUUID(), orderBody()]
  for (const status of [201, 201]) expect((await postOrder(customer, body, key)).status).toBe(status)
  expect((await postOrder(customer, { ...body, email: 'other@customer.example' }, key)).status).toBe(422)
  const after = await readMetrics()
  for (const outcome of ['started', 'replayed', 'refused'])
    expect(growth(before, after, STARTS, { kind: 'order', outcome }), outcome).toBe(1)
})

test('open event streams are counted while they are open', async () => {
  const before = sumSeries(await readMetrics(), 'action_center_sse_clients')
  const closing = new AbortController()
  const stream = await fetch(new URL('/api/v1/events', stack.url), {
    headers: { authorization: `Bearer ${ana.apiToken}` },
    signal: closing.signal,
  })
  expect(stream.status).toBe(200)
  expect(sumSeries(await readMetrics(), 'action_center_sse_clients')).toBe(before + 1)
  closing.abort()
  await expect.poll(async () => sumSeries(await readMetrics(), 'action_center_sse_clients')).toBe(before)
})

test('workers report projection lag, activities and metrics of the SDK', async () => {
  const before = await readMetrics()
  const { approvalId } = await placeWaitingOrder(customer)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  const lag = 'action_center_projection_lag_seconds_count'
  await expect
    .poll(async () => growth(before, await readMetrics(), lag, { kind: 'approval' }))
    .toBeGreaterThanOrEqual(2)
  const after = await readMetrics()
  expect(sumSeries(after, 'action_center_worker_up')).toBe(1)
  expect(growth(before, after, 'action_center_activities_total', { activity: 'saveCase' })).toBeGreaterThan(0)
  expect(sumSeries(after, 'temporal_workflow_task_execution_latency_seconds_count')).toBeGreaterThan(0)
  expect(sumSeries(after, 'action_center_part_up', { part: 'database' })).toBe(1)
  expect(sumSeries(after, 'nodejs_eventloop_lag_seconds')).toBeGreaterThan(0)
  expect(after.types.get('action_center_projection_lag_seconds')).toBe('histogram')
})

test('no label contains an id, a token or an unknown path', async () => {
  const { caseDetails } = await readCase(ana, await placeWaitingOrder(customer).then((one) => one.approvalId))
  await call(`/made-up-${randomUUID()}`)
  await call(stack.sampleStatusUrl.replace(stack.url, ''))
  // Misspelled paths, with and without an account, and pages that redirect to the sign-in.
  expect((await call(`/api/v1/cases/%6dade-up-${randomUUID()}`)).status).toBe(401)
  expect((await call(`/api/v1/cases/%6dade-up-${randomUUID()}`, { as: ana })).status).toBe(404)
  for (const word of ['madeup', 'anothermadeup']) {
    expect((await call(`/cases/${word}`)).status).toBe(307)
    expect((await call(`/people/${word}`)).status).toBe(307)
  }
  const labels = [...(await readMetrics()).samples.keys()].join('\n')
  for (const route of ['/track/[token]', '/cases/[id]', '/people/[id]', '/api/v1/cases/[caseId]'])
    expect(labels).toContain(`route="${route}"`)
  expect(labels).not.toContain(caseDetails.caseId)
  expect(labels).not.toMatch(/made-?up|%6d|route="[^"]*(?:ord_|apr_)/i)
})

test('are readable with the token and for administrators only', async () => {
  const status = async (token: string | null) =>
    (await call('/api/metrics', token === null ? {} : { as: { apiToken: token } })).status
  expect(await status(null)).toBe(401)
  expect(await status('wrong')).toBe(401)
  expect(await status(ana.apiToken)).toBe(403)
  expect(await status(admin.apiToken)).toBe(200)
  expect(await status(stack.metricsToken)).toBe(200)
})
