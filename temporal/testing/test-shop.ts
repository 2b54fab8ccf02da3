/** A database with products and a bridge over it, for tests of services. */

import { eq, sql } from 'drizzle-orm'
import { payments, products } from '../../db/schema/services'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database'
import type { ServiceBridge } from '../contract/services'
import type { ServiceSettings } from '../services/command-result'
import { createLocalBridge } from '../services/local-bridge'

export interface TestShop {
  database: TestDatabase
  bridge: ServiceBridge
  bridgeWith(settings: Partial<ServiceSettings>): ServiceBridge
  stockOf(sku: string): Promise<number>
  paymentOf(chargeKey: string): Promise<typeof payments.$inferSelect | undefined>
}

const SETTINGS: ServiceSettings = { carrier: null, providerTimeoutMs: 20, slowPaymentMs: 0 }

/** @param stock free units by SKU */
export const openTestShop = async (stock: Record<string, number>): Promise<TestShop> => {
  const database = await createTestDatabase({ max: 40 })
  const { db } = database
  await db.insert(products).values(
    Object.entries(stock).map(([sku, available]) => ({
      sku,
      name: `Product ${sku}`,
      description: '',
      unitCents: 10_00,
      currency: 'USD',
      available,
    })),
  )
  const bridgeWith = (settings: Partial<ServiceSettings>) =>
    createLocalBridge({ db, settings: { ...SETTINGS, ...settings } })
  return {
    database,
    bridge: bridgeWith({}),
    bridgeWith,
    stockOf: async (sku) => {
      const [row] = await db
        .select({ available: sql<number>`${products.available}` })
        .from(products)
        .where(eq(products.sku, sku))
      return row?.available ?? Number.NaN
    },
    paymentOf: async (chargeKey) => {
      const [row] = await db.select().from(payments).where(eq(payments.chargeKey, chargeKey))
      return row
    },
  }
}

/** Counts the outcomes of calls: refusals by code, errors by message, results by their JSON. */
export const countOutcomes = async (calls: Promise<unknown>[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const result of await Promise.allSettled(calls)) {
    const name =
      result.status === 'fulfilled'
        ? JSON.stringify(result.value)
        : String((result.reason as { code?: string }).code ?? result.reason)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
