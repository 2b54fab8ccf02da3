import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailOutbox } from '../../../db/schema/mail'
import { payments, products } from '../../../db/schema/services'
import { seedCatalogue } from '../../../db/seed-catalogue'
import { toWorkflowId } from '../../contract/cases/case-ids'
import { PAYMENT_TOKENS } from '../../contract/orders/payment-tokens'
import type { OrderState } from '../../contract/states'
import { SIGNALS } from '../../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, type OrderOptions, placeOrder } from '../../testing/test-cases'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import { decide, signal, waitForApprovalOf, waitForEnd, waitForOrder } from '../../testing/wait-for-case'

const FREE = 'MUG-BLUE'
const SOLD_OUT = 'VINYL-RARE'
let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack({ services: { slowPaymentMs: 600_000 } })
  await seedCatalogue(stack.db)
  await stack.db
    .update(products)
    .set({ unitCents: 0 })
    .where(inArray(products.sku, [FREE, SOLD_OUT]))
})
afterAll(() => stack.stop())

const RULES = { ...ALWAYS_APPROVE_RULES, highValueOverCents: -1 }

interface Outcome {
  order: OrderOptions
  act(orderId: string): Promise<unknown>
  state: OrderState
  mail: RegExp
}

const nothing = async (): Promise<void> => {}
const answer = (decision: 'approved' | 'rejected') => async (orderId: string) =>
  decide(stack, await waitForApprovalOf(stack, orderId), { decision, comment: 'as agreed' })

const CONFIRMED = /There is nothing to pay/
const ENDED = /You have not been charged/
const OUTCOMES: Record<string, Outcome> = {
  ...Object.fromEntries(
    PAYMENT_TOKENS.map((token) => [
      `paid with ${token}`,
      { order: { token }, act: nothing, state: 'COMPLETED', mail: CONFIRMED } satisfies Outcome,
    ]),
  ),
  approved: { order: { rules: RULES }, act: answer('approved'), state: 'COMPLETED', mail: CONFIRMED },
  rejected: { order: { rules: RULES }, act: answer('rejected'), state: 'CANCELLED', mail: ENDED },
  expired: {
    order: { rules: RULES, approval: { deadlineMs: 200 } },
    act: nothing,
    state: 'CANCELLED',
    mail: ENDED,
  },
  cancelled: {
    order: { rules: RULES },
    act: async (orderId) => {
      await waitForApprovalOf(stack, orderId)
      await signal(stack, orderId, SIGNALS.cancelOrder, undefined)
    },
    state: 'CANCELLED',
    mail: ENDED,
  },
  'out of stock': { order: { sku: SOLD_OUT }, act: nothing, state: 'FAILED', mail: ENDED },
}

describe('an order of nothing', () => {
  it.concurrent.each(Object.entries(OUTCOMES))(
    'that is %s is never charged or refunded',
    async (_, outcome) => {
      const orderId = await placeOrder(stack, { sku: FREE, token: 'tok_declined', ...outcome.order })
      await outcome.act(orderId)
      await waitForEnd(stack, toWorkflowId(orderId))
      const order = await waitForOrder(stack, orderId, () => true)
      expect(order).toMatchObject({
        state: outcome.state,
        totalCents: 0,
        payment: { status: 'none', chargedCents: 0, refundedCents: 0 },
      })
      expect(order.stream.map(({ code }) => code).filter((code) => /^payment/.test(code))).toEqual([])
      if (outcome.state === 'COMPLETED')
        expect(order.stream.map(({ code }) => code)).toContain('nothingToPay')
      expect(await stack.db.select().from(payments).where(eq(payments.orderId, orderId))).toEqual([])
      const mails = await stack.db.select().from(mailOutbox).where(eq(mailOutbox.caseId, orderId))
      expect(mails[0]?.body).toMatch(outcome.mail)
      expect(mails.map(({ body }) => body).join()).not.toMatch(/received \$0|given back/)
    },
  )
})
