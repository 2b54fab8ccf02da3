import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import type { OrderView } from '../contract/orders/order'
import { SIGNALS, UPDATES } from '../contract/temporal-names'
import { toReadableText } from '../testing/readable-history'
import {
  ALWAYS_APPROVE_RULES,
  agent,
  type OrderOptions,
  placeOrder,
  startApproval,
} from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import {
  decide,
  queryApproval,
  signal,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from '../testing/wait-for-case'

/** Statements, parameters, paths, stacks, e-mail addresses and the address of every test order. */
const PRIVATE =
  /\b(?:insert into|select \*|update "|delete from|Failed query)|params:|[=(]\s?\$1|\n\s+at |node_modules|(?:\/[\w.@-]+)+\.[cm]?[jt]s\b|[\w.-]+@[\w-]+\.[a-z]{2,}|St James|SW1Y|London|tok_/

const secretOf = (command: string) =>
  Object.assign(
    new Error(`Failed query: insert into "${command}"\nparams: ada@example.com, 12 St James Square`, {
      cause: new Error('at /srv/shop/main.ts'),
    }),
    { params: ['ada@example.com'] },
  )

const failing = new Map<string, string>()
let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack({
    services: { slowPaymentMs: 600_000 },
    aroundBridge: (bridge) => ({
      ...bridge,
      invoke: (service, command, payload, key) => {
        if (failing.get((payload as { orderId: string }).orderId) === command) throw secretOf(command)
        return bridge.invoke(service, command, payload, key)
      },
    }),
  })
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

const readText = async (caseId: string): Promise<string> =>
  toReadableText(await stack.client.workflow.getHandle(toWorkflowId(caseId)).fetchHistory())

/** Fails with the private text itself, which names what to mend. */
const expectPublic = (text: string): void => expect(PRIVATE.exec(text)?.[0]).toBeUndefined()

const withoutTable = async (table: string, work: () => Promise<void>): Promise<void> => {
  await stack.db.execute(sql.raw(`alter table ${table} rename to ${table}_away`))
  try {
    await work()
  } finally {
    await stack.db.execute(sql.raw(`alter table ${table}_away rename to ${table}`))
  }
}

const isParked = ({ attention }: OrderView): boolean => attention !== null

/** How each command of a service is brought to fail; each order is parked by it, and then goes on to its end. */
const COMMANDS: Record<string, { order?: OrderOptions; cause(orderId: string): Promise<unknown> }> = {
  reserveInventory: { cause: async () => {} },
  processPayment: { cause: async () => {} },
  createShipment: { cause: async () => {} },
  releaseStock: {
    order: { rules: ALWAYS_APPROVE_RULES },
    cause: async (orderId) =>
      decide(stack, await waitForApprovalOf(stack, orderId), { decision: 'rejected', comment: 'no' }),
  },
  refundPayment: {
    order: { token: 'tok_slow' },
    cause: async (orderId) => {
      await waitForOrder(stack, orderId, ({ payment }) => payment.status === 'pending')
      await signal(stack, orderId, SIGNALS.cancelOrder, undefined)
    },
  },
}

describe('a history after forced failures', () => {
  it.each(Object.entries(COMMANDS))(
    'of %s holds codes and plain words',
    async (command, { order, cause }) => {
      const orderId = await placeOrder(stack, { ...order, beforeStart: (id) => failing.set(id, command) })
      await cause(orderId)
      await waitForOrder(stack, orderId, isParked)
      failing.delete(orderId)
      await waitForEnd(stack, toWorkflowId(orderId))
      const text = await readText(orderId)
      expect(text).toContain('DATABASE_REFUSED')
      expectPublic(text)
    },
  )

  it('of validateOrder holds codes and plain words', async () => {
    let orderId = ''
    await withoutTable('products', async () => {
      orderId = await placeOrder(stack)
      await waitForOrder(stack, orderId, isParked)
    })
    await waitForEnd(stack, toWorkflowId(orderId))
    const text = await readText(orderId)
    expect(text).toContain('The database refused a statement')
    expectPublic(text)
  })

  it('of notify, saveCaseFast and saveCase holds codes and plain words', async () => {
    let orderId = ''
    await withoutTable('mail_outbox', () =>
      withoutTable('cases', async () => {
        orderId = await placeOrder(stack)
        await waitForOrder(stack, orderId, ({ stream }) =>
          stream.some(({ code }) => code === 'notificationFailed'),
        )
      }),
    )
    await waitForEnd(stack, toWorkflowId(orderId))
    expectPublic(await readText(orderId))
    expect(await readText(orderId)).toMatch(/saveCaseFast.*DATABASE_REFUSED/)
  })

  it('of an approval with a failed reminder, a mention and racing decisions holds codes and plain words', async () => {
    const approvalId = await startApproval(stack, { reminderMs: 50 })
    await withoutTable('mail_outbox', async () => {
      const mention = { actor: agent('ana'), text: '@Agent ben look', mentions: [agent('ben')] }
      await update(stack, approvalId, UPDATES.comment, mention)
      await waitUntil(async () =>
        (await queryApproval(stack, approvalId)).stream.some(({ code }) => code === 'notificationFailed'),
      )
    })
    await Promise.allSettled(
      ['ana', 'ben', 'cem', 'dora'].map((id) =>
        decide(stack, approvalId, { decision: 'approved', actor: agent(id) }),
      ),
    )
    await waitForEnd(stack, toWorkflowId(approvalId))
    expectPublic(await readText(approvalId))
  })

  it('names processes without what looks like an e-mail address', async () => {
    const orderId = await placeOrder(stack)
    await waitForEnd(stack, toWorkflowId(orderId))
    const { events } = await stack.client.workflow.getHandle(toWorkflowId(orderId)).fetchHistory()
    const text = JSON.stringify(events)
    expect(text).toContain(`${process.pid} on `)
    expect(/"identity":"[^"]*@[^"]*"/.exec(text)?.[0]).toBeUndefined()
  })

  it('of a run that failed holds codes and plain words', async () => {
    const orderId = await placeOrder(stack, { token: 'tok_declined' })
    await waitForEnd(stack, toWorkflowId(orderId))
    const text = await readText(orderId)
    expect(text).toContain('PAYMENT_DECLINED')
    expectPublic(text)
  })
})

describe('saved histories', () => {
  it('hold no statement, path, stack, address or person', async () => {
    const folder = fileURLToPath(new URL('./histories/', import.meta.url))
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      const text = toReadableText(historyFromJSON(JSON.parse(await readFile(`${folder}${name}`, 'utf8'))))
      expect([name, PRIVATE.exec(text)?.[0]]).toEqual([name, undefined])
      expect([name, /Ada Byron|Rita Quest|"stackTrace":"[^"]/.exec(text)?.[0]]).toEqual([name, undefined])
    }
  })
})
