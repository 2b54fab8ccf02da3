/** The web server's verbs on a test stack, called as routes call them, for callers of any role. */

import { randomUUID } from 'node:crypto'
import { groupMembers, user } from '@/db/schema/auth'
import { seedCatalogue } from '@/db/seed-catalogue'
import { queryView } from '@/temporal/client/case-handle'
import type { Actor, Role } from '@/temporal/contract/auth/actor'
import type { ApprovalPolicy } from '@/temporal/contract/cases/approval'
import { DEFAULT_RULES } from '@/temporal/contract/orders/approval-rules'
import type { OrderView } from '@/temporal/contract/orders/order'
import type { OrderRequest } from '@/temporal/contract/schemas/order-request'
import type { OrderState } from '@/temporal/contract/states'
import { startTestStack, type TestStack, type TestStackOptions } from '@/temporal/testing/test-stack'
import type { Context } from '../auth/context'
import { live } from '../live/live'
import { placeOrder } from '../orders/place-order'
import type { Env } from '../platform/env'
import { createRuntime, type Runtime } from '../platform/runtime'

const APPROVAL: ApprovalPolicy = {
  group: 'risk',
  deadlineMs: 600_000,
  reminderMs: null,
  onDeadline: { action: 'reject' },
}

const createEnv = (stack: TestStack): Env => ({
  isProduction: false,
  distDir: '.next',
  databaseUrl: stack.database.url,
  databasePoolMax: 20,
  temporal: { namespace: stack.namespace, connection: { address: process.env.TEST_TEMPORAL_ADDRESS } },
  appUrl: 'http://shop.test',
  authSecret: 'a secret of a test, as long as it must be at least',
  trackKeys: [{ id: 'k1', secret: 'another secret of a test, as long as it must be' }],
  rules: { ...DEFAULT_RULES, firstOrderOverCents: null },
  approval: APPROVAL,
  trustedProxies: [],
  supportEmail: null,
  logLevel: 'silent',
  metricsToken: null,
  workerMetricsUrls: [],
  isTraced: false,
  temporalUi: null,
})

/** A complete body of `POST /orders`. */
export const orderRequest = (sku = 'MUG-BLUE', more: Partial<OrderRequest> = {}): OrderRequest => ({
  email: `${randomUUID()}@customer.test`,
  items: [{ sku, quantity: 1 }],
  shippingAddress: {
    name: 'Ada Byron',
    line1: '12 St James Square',
    city: 'London',
    postalCode: 'SW1Y 4JH',
    country: 'GB',
  } as OrderRequest['shippingAddress'],
  paymentToken: 'tok_approved',
  ...more,
})

/** An actor without an account in the database. */
export const createActor = (role: Role, groups: readonly string[] = ['risk']): Actor => {
  const id = randomUUID()
  return { principal: `user:${id}`, id, name: `${role} ${id.slice(0, 4)}`, role, groups }
}

export interface TestWeb {
  readonly stack: TestStack
  readonly runtime: Runtime
  as(actor: Actor | null): Context
  /** Adds an account with its groups, and returns its actor. */
  addStaff(role: Role, groups?: readonly string[]): Promise<Actor>
  /** Places an order and waits until it is in `state`; `dear` ones wait for an approval. */
  placed(sku: string, state: OrderState, by?: Actor): Promise<OrderView>
  untilOrder(orderId: string, state: OrderState): Promise<OrderView>
  stop(): Promise<void>
}

/** Polls `read` until its result is truthy. @throws Error after `ms` milliseconds */
export const waitUntil = async <T>(
  read: () => Promise<T | null | undefined | false>,
  ms = 20_000,
): Promise<T> => {
  for (const endsAt = Date.now() + ms; Date.now() < endsAt; ) {
    const found = await read()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no result within ${ms} ms`)
}

/** Starts a stack with the catalogue, and a runtime over it. */
export const startTestWeb = async (options: TestStackOptions = {}): Promise<TestWeb> => {
  const stack = await startTestStack(options)
  await seedCatalogue(stack.db)
  const runtime = createRuntime(createEnv(stack))
  const as = (actor: Actor | null): Context => ({ actor, requestId: randomUUID(), runtime, now: new Date() })

  const untilOrder = (orderId: string, state: OrderState): Promise<OrderView> =>
    waitUntil(async () => {
      const view = await queryView(stack.temporal, orderId).catch(() => null)
      return view?.kind === 'order' && view.state === state && view
    })

  return {
    stack,
    runtime,
    as,
    untilOrder,
    async addStaff(role, groups = ['risk']) {
      const actor = createActor(role, groups)
      await stack.db
        .insert(user)
        .values({ id: actor.id, name: actor.name, email: `${actor.id}@staff.test`, role })
      for (const groupId of groups) await stack.db.insert(groupMembers).values({ groupId, userId: actor.id })
      return actor
    },
    async placed(sku, state, by = createActor('customer', [])) {
      const placement = { idempotencyKey: randomUUID(), order: orderRequest(sku) }
      const { order } = await placeOrder(as(by), placement)
      return untilOrder(order.orderId, state)
    },
    async stop() {
      runtime.drain.start()
      await live(runtime).listener.stop()
      await runtime.close()
      await stack.stop()
    },
  }
}
