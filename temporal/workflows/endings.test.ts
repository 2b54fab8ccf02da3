import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../db/queries/cases/cases'
import { orders } from '../../db/schema/orders'
import { payments, products } from '../../db/schema/services'
import { seedCatalogue } from '../../db/seed-catalogue'
import { queryView } from '../client/case-handle'
import { getCaseKind } from '../contract/cases/case-ids'
import { ENDING_NAMES, type EndingName, runScenario } from '../testing/test-endings'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { queryOrder } from '../testing/wait-for-case'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

const stockOf = async (): Promise<Map<string, number>> =>
  new Map((await stack.db.select().from(products)).map(({ sku, available }) => [sku, available]))

/** Money that the provider holds for an order. */
const keptCents = async (orderId: string): Promise<number> => {
  const rows = await stack.db.select().from(payments).where(eq(payments.orderId, orderId))
  return rows
    .filter(({ status }) => status === 'charged')
    .reduce((sum, { amountCents }) => sum + amountCents, 0)
}

const playAndCount = async (name: EndingName) => {
  const before = await stockOf()
  const ending = await runScenario(stack, name)
  const after = await stockOf()
  const sold = [...before].reduce((sum, [sku, available]) => sum + available - (after.get(sku) ?? 0), 0)
  return { ...ending, sold }
}

// Sequential, because each scenario counts the whole stock before and after.
describe.each(ENDING_NAMES)('%s', (name) => {
  it('ends as named, with money and stock settled and its row written', async () => {
    const { caseId, state, outcome, sold } = await playAndCount(name)
    const view = await queryView(stack.temporal, caseId)
    expect(view.state).toBe(state)

    const row = await selectCase(stack.db, caseId)
    expect(row?.view).toEqual({ ...view, stream: row?.view.stream })
    expect(row?.view.stream).toEqual(view.stream)
    if (getCaseKind(caseId) !== 'order') return

    const order = await queryOrder(stack, caseId)
    const isSold = state === 'COMPLETED'
    expect(order.outcome?.code).toBe(outcome)
    expect(sold).toBe(isSold ? 1 : 0)
    expect(await keptCents(caseId)).toBe(isSold ? order.totalCents : 0)
    expect(order.payment.chargedCents - order.payment.refundedCents).toBe(isSold ? order.totalCents : 0)
    const [link] = await stack.db.select().from(orders).where(eq(orders.orderId, caseId))
    expect(link).toMatchObject({ temporalWorkflowId: `order:${caseId}`, state, version: order.version })
  })
})
