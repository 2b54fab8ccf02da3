import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { user } from '../../db/schema/auth'
import { seedCatalogue } from '../../db/seed-catalogue'
import { UPDATES } from '../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, agent, placeOrder } from '../testing/test-cases'
import { startMailServer } from '../testing/test-mail-server'
import { startTestStack, type TestStack } from '../testing/test-stack'
import {
  decide,
  queryApproval,
  queryOrder,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../testing/wait-for-case'

/** Below the 8 s after which sending a message times out, so the order did not wait for it. */
const WITHOUT_WAITING_MS = 4_000

let mail: Awaited<ReturnType<typeof startMailServer>>
let stack: TestStack
beforeAll(async () => {
  mail = await startMailServer()
  stack = await startTestStack({ smtpUrl: mail.url })
  await seedCatalogue(stack.db)
  await stack.db
    .insert(user)
    .values([{ id: 'ben', name: 'Agent ben', email: 'ben@example.com', role: 'agent' }])
})
afterAll(async () => {
  mail.become('answers')
  await stack.stop()
  await mail.close()
})

it('no order waits for a mail server that never answers, and its messages arrive later', {
  timeout: 60_000,
}, async () => {
  mail.become('is silent')
  const orderId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES, approval: { reminderMs: 50 } })
  const approvalId = await waitForApprovalOf(stack, orderId)
  await waitUntil(async () => (await queryApproval(stack, approvalId)).remindAt === null)
  const comment = { actor: agent('ana'), text: '@Agent ben please look', mentions: [agent('ben')] }
  await update(stack, approvalId, UPDATES.comment, comment)
  await vi.waitFor(() => expect(mail.countConnections()).toBeGreaterThan(0), {
    timeout: 15_000,
    interval: 20,
  })

  const from = performance.now()
  await decide(stack, approvalId, { decision: 'approved' })
  await waitForOrder(stack, orderId, ({ state }) => state !== 'AWAITING_APPROVAL')
  await waitForEnd(stack, `order:${orderId}`)
  expect(performance.now() - from).toBeLessThan(WITHOUT_WAITING_MS)
  expect(await queryOrder(stack, orderId)).toMatchObject({ state: 'COMPLETED' })
  expect((await queryApproval(stack, approvalId)).stream.map(({ code }) => code)).not.toContain(
    'notificationFailed',
  )
  expect(mail.received).toEqual([])

  mail.become('answers')
  const arrived = () => mail.received.map(({ to }) => to[0]).sort()
  await vi.waitFor(
    () => expect(arrived()).toEqual(['ben@example.com', ...Array(2).fill(`${orderId}@example.com`)]),
    { timeout: 40_000, interval: 50 },
  )
  const toBen = mail.received.find(({ to }) => to[0] === 'ben@example.com')
  expect(toBen?.text).toContain(`Message-ID: <mentioned.3.ben.${approvalId}@localhost>`)
})
