/** Activities over a real database and the real services, for tests. */

import { vi } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../db/client'
import { writeCase } from '../../db/projection/write-case'
import { insertIntake } from '../../db/queries/orders/orders'
import { seedCatalogue } from '../../db/seed-catalogue'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database'
import { orderId, orderView } from '../../db/testing/test-views'
import { createActivities } from '../activities/create-activities'
import type { Activities } from '../contract/activities'
import { DEFAULT_RULES, type RulePolicy } from '../contract/orders/approval-rules'
import type { OrderInput } from '../contract/orders/order'
import type { OrderState } from '../contract/states'
import { createLocalBridge } from '../services/local-bridge'
import type { Log } from '../services/log'

export const SILENT_LOG: Log = { info: () => {}, warn: () => {}, error: () => {} }

export const ADDRESS = {
  name: 'Ada Byron',
  line1: '12 Quay',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
}
const SETTINGS = { carrier: null, providerTimeoutMs: 10, slowPaymentMs: 0 }

export interface TestActivities extends Activities {
  database: TestDatabase
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 20_000

/** A pool for saveCaseFast with an open connection: on a busy machine opening one exceeds the write's time-out. */
export const openFastDatabase = async (url: string): Promise<OpenDatabase> => {
  const fast = openDatabase(url, { max: 4, applicationName: 'test-fast', statementTimeoutMs: 200 })
  await vi.waitFor(() => fast.pool.query('select 1'), { timeout: CONNECT_TIMEOUT_MS })
  return fast
}

export const openActivities = async (): Promise<TestActivities> => {
  const database = await createTestDatabase()
  const { db } = database
  await seedCatalogue(db)
  const fast = await openFastDatabase(database.url)
  const activities = createActivities({
    db,
    fastDb: fast.db,
    bridge: createLocalBridge({ db, settings: SETTINGS }),
    isCurrentRun: async () => true,
    log: SILENT_LOG,
  })
  return {
    ...activities,
    database,
    close: async () => {
      await fast.close()
      await database.drop()
    },
  }
}

export type Placement = Partial<Parameters<typeof insertIntake>[1]> & { state?: OrderState }

/** Inserts the intake of an order, and with `state` also the order as its workflow would write it. */
export const insertPlacedOrder = async (
  { database: { db } }: TestActivities,
  seed: number,
  { state, ...change }: Placement = {},
): Promise<string> => {
  await insertIntake(db, {
    orderId: orderId(seed),
    principal: 'user:ada',
    idempotencyKey: `key-${seed}`,
    bodyHash: 'hash',
    email: 'ada@example.com',
    items: [{ sku: 'MUG-BLUE', quantity: 1 }],
    shippingAddress: ADDRESS,
    paymentToken: 'tok_approved',
    trackKeyId: 'k1',
    ...change,
  })
  if (state) await writeCase(db, { view: orderView(seed, { state }), entries: [] }, async () => true)
  return orderId(seed)
}

export const toOrderInput = (orderId: string, rules: Partial<RulePolicy> = {}): OrderInput => ({
  orderId,
  customer: { name: 'Ada Byron' },
  policy: {
    rules: { ...DEFAULT_RULES, ...rules },
    approval: { group: 'risk', deadlineMs: null, reminderMs: null, onDeadline: { action: 'reject' } },
    parkFirstMs: 10,
    parkMaxMs: 10,
  },
})
