import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryView } from '@/temporal/client/case-handle'
import type { Actor } from '@/temporal/contract/auth/actor'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import type { OrderView } from '@/temporal/contract/orders/order'
import { decideCase } from '../cases/decide-case'
import { createRuntime } from '../platform/runtime'
import { createActor, startTestWeb, type TestWeb } from '../testing/test-web'
import { cancelOrder } from './cancel-order'
import { cancelTrackedOrder } from './cancel-tracked-order'
import { listOrderStates } from './list-order-states'
import { readOrder } from './read-order'
import { trackTokens } from './status-link'
import { readTrackedVersion, trackOrder } from './track-order'

let web: TestWeb
const owner = createActor('customer', [])
const stranger = createActor('customer', [])
const guest: Actor = { principal: 'guest:abc', id: 'abc', name: 'Guest', role: 'customer', groups: [] }
const ana = { ...createActor('agent'), name: 'Ana Ruiz' }

const tokenOf = ({ orderId }: Pick<OrderView, 'orderId'>) => trackTokens(web.runtime).sign(orderId, 'k1')
const track = (order: Pick<OrderView, 'orderId'>) => trackOrder(web.as(null), { token: tokenOf(order) })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('trackOrder', () => {
  it('shows a finished order to its customer', async () => {
    const order = await web.placed('MUG-BLUE', 'COMPLETED')
    expect(await track(order)).toMatchObject({
      number: order.number,
      headline: 'delivered',
      isClosed: true,
      steps: ['placed', 'reviewed', 'paid', 'shipped', 'delivered'].map((step) => ({ step, status: 'done' })),
      checkBy: null,
      expectedAt: null,
      lines: [{ name: expect.any(String), quantity: 1, unitCents: 1_200, lineCents: 1_200 }],
      money: { state: 'charged', chargedCents: 1_200, refundedCents: 0 },
      deliverTo: { lines: ['Ada Byron', 'London'], country: 'GB' },
      canCancel: false,
      outcome: { reason: 'completed', words: null },
      isLive: true,
    })
  })

  it('shows no staff, rules or ids', async () => {
    const order = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const waiting = await track(order)
    expect(waiting).toMatchObject({ headline: 'inReview', canCancel: true })
    const { dueAt } = (await queryView(web.stack.temporal, order.approval?.approvalId ?? '')) as ApprovalView
    expect(waiting.checkBy).toBe(dueAt)
    expect(waiting.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'placed done',
      'reviewed current',
      'paid upcoming',
      'shipped upcoming',
      'delivered upcoming',
    ])
    const reason = 'The card belongs to somebody else'
    await decideCase(web.as(ana), { caseId: order.orderId, decision: 'rejected', comment: reason })
    await web.untilOrder(order.orderId, 'CANCELLED')
    const rejected = await track(order)
    expect(rejected).toMatchObject({
      headline: 'cancelled',
      outcome: { reason: 'notAccepted', words: reason },
      money: { state: 'notCharged', chargedCents: 0 },
    })
    expect(rejected.steps.at(-1)).toMatchObject({ step: 'delivered', status: 'stopped' })
    for (const secret of ['Ana Ruiz', 'high-value', 'ord_', 'apr_', ana.id, owner.id])
      expect(JSON.stringify([waiting, rejected])).not.toContain(secret)
  })

  it('accepts the token of the order only', async () => {
    const order = await web.placed('MUG-BLUE', 'COMPLETED')
    const token = tokenOf(order)
    for (const other of [`${token.slice(0, -1)}A`, token.toLowerCase(), order.orderId, ''])
      await expect(trackOrder(web.as(null), { token: other })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('cancels while that is allowed, and returns the same response to a repeated request', async () => {
    const order = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const cancel = () =>
      cancelTrackedOrder(web.as(null), { token: tokenOf(order), reason: 'Changed my mind' })
    const [first, second] = await Promise.all([cancel(), cancel()])
    expect([first.status, second.status]).toEqual(['CANCELLED', 'CANCELLED'])
    expect(await cancel()).toMatchObject({ status: 'CANCELLED', message: 'The order is cancelled' })
    expect(await track(order)).toMatchObject({ outcome: { reason: 'asAsked' }, canCancel: false })
  })

  it('reports why it is too late to cancel', async () => {
    const order = await web.placed('MUG-BLUE', 'COMPLETED')
    await expect(cancelTrackedOrder(web.as(null), { token: tokenOf(order) })).rejects.toMatchObject({
      code: 'TOO_LATE_TO_CANCEL',
      message: 'This order is already closed',
    })
  })

  it('omits only the address while Postgres is down', async () => {
    const order = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const offline = createRuntime({
      ...web.runtime.env,
      databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
    })
    const read = await trackOrder({ ...web.as(null), runtime: offline }, { token: tokenOf(order) })
    expect(read).toMatchObject({ headline: 'inReview', deliverTo: null, isLive: true })
    offline.drain.start()
    await offline.close()
  })
})

describe('readTrackedVersion', () => {
  const readVersion = (token: string) => readTrackedVersion(web.as(null), { token }, new Headers())

  it('is the version that the status page shows, and rises with each change', async () => {
    const order = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const shown = async () => (await track(order)).version
    await expect.poll(async () => (await readVersion(tokenOf(order))).version).toBe(await shown())
    const { version } = await readVersion(tokenOf(order))
    await cancelTrackedOrder(web.as(null), { token: tokenOf(order) })
    await expect.poll(async () => (await readVersion(tokenOf(order))).version).toBe(await shown())
    expect(await shown()).toBeGreaterThan(version)
  })

  it('is 0 before the order is stored', async () => {
    expect(await readVersion(tokenOf({ orderId: `ord_${'0'.repeat(26)}` }))).toEqual({ version: 0 })
  })

  it('accepts the token of an order only', async () => {
    for (const token of ['', 'x', `ord_${'0'.repeat(26)}`])
      await expect(readVersion(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an order', () => {
  it('is readable in full by staff, without staff fields by its owner, and by nobody else', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL', owner)
    const shared = {
      orderId,
      state: 'AWAITING_APPROVAL',
      shippingAddress: { city: 'London' },
      addressLines: ['Ada Byron', '12 St James Square', 'London', 'SW1Y 4JH', 'United Kingdom'],
      source: 'workflow',
    }
    const whole = await readOrder(web.as(ana), { orderId })
    expect(whole).toMatchObject({ ...shared, rule: { rule: 'high-value' }, customer: { id: owner.id } })
    const own = await readOrder(web.as(owner), { orderId })
    expect(own).toMatchObject({ ...shared, rule: null, stream: [], customer: { name: 'Ada Byron' } })
    for (const actor of [stranger, guest])
      await expect(readOrder(web.as(actor), { orderId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('recognises its owner by the account while Postgres is down', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL', owner)
    const offline = createRuntime({
      ...web.runtime.env,
      databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
    })
    const as = (actor: Actor) => ({ ...web.as(actor), runtime: offline })
    expect(await readOrder(as(owner), { orderId })).toMatchObject({ orderId, source: 'workflow' })
    await expect(readOrder(as(stranger), { orderId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    offline.drain.start()
    await offline.close()
  })

  it('is cancelled by its owner and by staff, and the response has the new state', async () => {
    const mine = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL', guest)
    await expect(cancelOrder(web.as(stranger), { orderId: mine.orderId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await cancelOrder(web.as(guest), { orderId: mine.orderId })).toMatchObject({
      orderId: mine.orderId,
      status: 'CANCELLED',
    })
    const other = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL', guest)
    await cancelOrder(web.as(ana), { orderId: other.orderId, reason: 'Fraud' })
    const view = await web.untilOrder(other.orderId, 'CANCELLED')
    expect(view.cancelRequest).toMatchObject({ by: { name: 'Ana Ruiz' }, reason: 'Fraud' })
  })

  it('is in the list of states of its owner only', async () => {
    const mine = await web.placed('MUG-BLUE', 'COMPLETED', owner)
    const theirs = await web.placed('MUG-BLUE', 'COMPLETED', stranger)
    const ids = [mine.orderId, theirs.orderId]
    expect(await listOrderStates(web.as(owner), { ids })).toEqual([
      { orderId: mine.orderId, state: expect.any(String) },
    ])
  })

  it('is not found by the id of an approval or an unknown id', async () => {
    for (const orderId of ['', 'x', `apr_${'0'.repeat(26)}`, `ord_${'0'.repeat(26)}`, randomUUID()])
      await expect(readOrder(web.as(ana), { orderId }), orderId).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
