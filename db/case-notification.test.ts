import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { CASE_CHANNEL, type CaseNotification } from './case-notification'
import { writeCase } from './projection/write-case'
import { insertIntake } from './queries/orders/orders'
import { createTestDatabase, type TestDatabase } from './testing/test-database'
import { approvalId, approvalView, orderId, orderView } from './testing/test-views'

let database: TestDatabase
let listener: Client
const received: CaseNotification[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  listener = new Client({ connectionString: database.url })
  await listener.connect()
  listener.on('notification', ({ payload }) => received.push(JSON.parse(payload ?? '') as CaseNotification))
  await listener.query(`listen ${CASE_CHANNEL}`)
  await insertIntake(database.db, {
    orderId: orderId(1),
    principal: 'guest:42',
    idempotencyKey: 'key',
    bodyHash: 'hash',
    email: 'ada@example.com',
    items: [],
    shippingAddress: { name: '', line1: '', city: '', postalCode: '', country: '' },
    paymentToken: 'tok_approved',
    trackKeyId: 'k1',
  })
})
afterAll(async () => {
  await listener.end()
  await database.drop()
})
beforeEach(() => {
  received.length = 0
})

const save = (view: Parameters<typeof writeCase>[1]['view']) =>
  writeCase(database.db, { view, entries: [] }, async () => true)
const expectNotifications = (...notifications: CaseNotification[]) =>
  vi.waitFor(() => expect(received).toEqual(notifications))

it('contains the ids of an order and its approval and the principal, and nothing else of them', async () => {
  await save(orderView(1, { version: 3 }))
  await save(approvalView(2, { orderId: orderId(1), version: 5 }))
  await expectNotifications(
    { caseId: orderId(1), version: 3, orderId: orderId(1), owner: 'guest:42' },
    { caseId: approvalId(2), version: 5, orderId: orderId(1), owner: 'guest:42' },
  )
})

it('has no owner for a stand-alone approval', async () => {
  await save(approvalView(3))
  await expectNotifications({ caseId: approvalId(3), version: 1, orderId: null, owner: null })
})

it('is sent for another run with the same version, and not for a repeated write', async () => {
  await save(approvalView(4, { version: 2 }))
  await save(approvalView(4, { version: 2 }))
  await save(approvalView(4, { version: 2, runId: 'run-2' }))
  const notification = { caseId: approvalId(4), version: 2, orderId: null, owner: null }
  await expectNotifications(notification, notification)
})
