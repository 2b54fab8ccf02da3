import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createApiClient } from '../api-client.mjs'
import { readJson, writeJson } from '../files.mjs'
import { LauncherError } from '../launcher-error.mjs'
import { pollUntil } from '../process/poll-until.mjs'
import { FIRST_ORDERS, LATER_ORDERS, STAND_ALONE_APPROVALS, toOrderBody } from './sample-orders.mjs'

/**
 * @typedef {import('./demo-file.mjs').Account} Account
 * @typedef {import('./sample-orders.mjs').SampleOrder} SampleOrder
 * @typedef {{ url: string, accounts: Account[] }} Demo
 * @typedef {{ order: SampleOrder, orderId: string, statusUrl: string }} PlacedOrder
 */

const APPROVAL_TIMEOUT_MS = 30_000

/** @param {Account} account */
const isRiskAgent = ({ role, groups }) => role === 'agent' && groups.includes('risk')

/** @param {Demo} demo @param {(account: Account) => boolean} match */
const clientFor = ({ url, accounts }, match) => {
  const account = accounts.find(match)
  if (!account) throw new Error('a demo account is missing')
  return createApiClient(url, account.apiToken)
}

/**
 * Places an order under its own idempotency key, so that an interrupted seeding can be repeated.
 * @param {Demo} demo
 * @param {SampleOrder} order
 * @param {string} key
 * @returns {Promise<PlacedOrder>}
 */
const placeOrder = async (demo, order, key) => {
  const call = clientFor(demo, ({ email }) => email === order.by)
  const { orderId, statusUrl } = await call('POST', '/orders', toOrderBody(order), { 'idempotency-key': key })
  // Its payment takes seconds, so the cancellation refunds it.
  if (order.outcome === 'cancel while paying') await call('POST', `/orders/${orderId}/cancel`, {})
  return { order, orderId, statusUrl }
}

/** Waits until the approval of an order has started. @param {Demo} demo @param {string} orderId */
const waitForApproval = async (demo, orderId) => {
  const call = clientFor(demo, ({ role }) => role === 'supervisor')
  /** @type {{ caseId: string, status: string } | null} */
  let approval = null
  const hasStarted = async () => {
    const order = await call('GET', `/orders/${orderId}`)
    const found =
      order.approval && (await call('GET', `/cases/${order.approval.approvalId}`).catch(() => null))
    approval = found?.caseDetails ?? null
    return approval !== null
  }
  const inTime = await pollUntil(hasStarted, { timeoutMs: APPROVAL_TIMEOUT_MS, everyMs: 200 })
  if (inTime && approval) return /** @type {{ caseId: string, status: string }} */ (approval)
  throw new LauncherError(`The sample order ${orderId} did not reach its approval; see the worker's log.`)
}

/** Posts a comment that mentions a colleague. @param {Demo} demo @param {string} caseId @param {SampleOrder} order */
const postComment = async (demo, caseId, { comment }) => {
  if (!comment) return
  const agent = clientFor(demo, isRiskAgent)
  const { items } = await agent('GET', `/people?q=${encodeURIComponent(comment.mentions)}`)
  const mentions = items.slice(0, 1).map((/** @type {{ id: string }} */ { id }) => ({ id }))
  await agent('POST', `/cases/${caseId}/comment`, { text: comment.text, mentions })
}

/** Claims, decides or cancels an order as its sample says. @param {Demo} demo @param {PlacedOrder} placed */
const applyOutcome = async (demo, { order, orderId }) => {
  if (!order.outcome || order.outcome === 'cancel while paying') return
  const { caseId, status } = await waitForApproval(demo, orderId)
  if (status !== 'OPEN') return
  const agent = clientFor(demo, isRiskAgent)
  if (order.outcome === 'cancel') {
    await clientFor(demo, ({ email }) => email === order.by)('POST', `/orders/${orderId}/cancel`, {})
  } else if (order.outcome === 'claim') {
    await agent('POST', `/cases/${caseId}/claim`, {})
    await postComment(demo, caseId, order)
  } else if (order.outcome === 'approve') {
    await agent('POST', `/cases/${caseId}/decision`, { decision: 'approved' })
  } else {
    await agent('POST', `/cases/${caseId}/decision`, {
      decision: 'rejected',
      comment: order.outcome.reject,
    })
  }
}

/** @param {Demo} demo @param {string} key */
const placeAll = async (demo, key) => {
  const first = await Promise.all(
    FIRST_ORDERS.map((order, i) => placeOrder(demo, order, `${key}-first-${i}`)),
  )
  const later = []
  // One after another, so that the inbox lists them in this order.
  for (const [i, order] of LATER_ORDERS.entries())
    later.push(await placeOrder(demo, order, `${key}-later-${i}`))
  await Promise.all(later.map((placed) => applyOutcome(demo, placed)))
  const call = clientFor(demo, ({ role }) => role === 'supervisor')
  for (const [i, approval] of STAND_ALONE_APPROVALS.entries()) {
    await call('POST', '/approvals', approval, { 'idempotency-key': `${key}-approval-${i}` })
  }
  return { count: first.length + later.length, sampleStatusUrl: later[0]?.statusUrl ?? '' }
}

/** Drops the origin of a link, because it may differ at the next start. @param {string} statusUrl */
const toPath = (statusUrl) => new URL(statusUrl, 'http://localhost').pathname

/**
 * Fills a new database with orders and approvals through the public API and decides some of them. The file
 * `samples.json` remembers the database that was filled.
 * @param {(text: string) => void} note
 * @param {string} stateDir
 * @param {Demo & { database: string }} demo
 * @returns {Promise<string>} link to the status page of an order that waits for approval
 */
export const ensureSampleOrders = async (note, stateDir, demo) => {
  const file = join(stateDir, 'samples.json')
  const stored = readJson(file)
  const record = stored?.database === demo.database ? stored : { database: demo.database, key: randomUUID() }
  if (record.statusPath) {
    note('placed before')
  } else {
    writeJson(file, record)
    const { count, sampleStatusUrl } = await placeAll(demo, record.key)
    record.statusPath = toPath(sampleStatusUrl)
    writeJson(file, record)
    note(`${count} placed through the API, ${STAND_ALONE_APPROVALS.length} approvals asked`)
  }
  return demo.url + record.statusPath
}

/**
 * Places one order for tests that need a status page.
 * @param {Demo} demo
 * @returns {Promise<string>}
 */
export const placeSampleOrder = async (demo) => {
  const [order] = FIRST_ORDERS
  if (!order) throw new Error('there is no sample order')
  const { statusUrl } = await placeOrder(demo, order, randomUUID())
  return demo.url + toPath(statusUrl)
}
