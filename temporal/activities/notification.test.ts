import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupMembers, user } from '../../db/schema/auth'
import { mailOutbox } from '../../db/schema/mail'
import { approvalId, approvalView } from '../../db/testing/test-views'
import { toMentionParams } from '../contract/cases/mentions'
import { insertPlacedOrder, openActivities, type TestActivities } from '../testing/test-activities'

let activities: TestActivities
beforeAll(async () => {
  activities = await openActivities()
})
afterAll(() => activities.close())

const readOutbox = (caseId: string) =>
  activities.database.db.select().from(mailOutbox).where(eq(mailOutbox.caseId, caseId))

describe('notify', () => {
  it('stores a message to the customer of an order in the outbox', async () => {
    const caseId = await insertPlacedOrder(activities, 1)
    const params = { number: '7K2M9QXP', total: '$41.00' }
    await activities.notify({ caseId, message: 'orderConfirmed', params })
    expect(await readOutbox(caseId)).toMatchObject([
      {
        recipient: 'ada@example.com',
        subject: 'Order 7K2M9QXP is confirmed',
        sentAt: null,
        claimedUntil: null,
      },
    ])
    expect((await readOutbox(caseId))[0]?.body).toContain('We have received $41.00')
  })

  it('stores each message once, even when called ten times at once', async () => {
    const caseId = await insertPlacedOrder(activities, 2)
    const shipped = { caseId, message: 'orderShipped', params: { number: 'X' } } as const
    await Promise.all(Array.from({ length: 10 }, () => activities.notify(shipped)))
    expect(await readOutbox(caseId)).toHaveLength(1)
    const params = { number: 'X', total: '$1.00' }
    await activities.notify({ caseId, message: 'orderConfirmed', params })
    expect(await readOutbox(caseId)).toHaveLength(2)
  })

  it('tells the customer the refund and the reason', async () => {
    const caseId = await insertPlacedOrder(activities, 4)
    const params = { number: 'X', reason: 'Sold out', refunded: '$1,299.00' }
    await activities.notify({ caseId, message: 'orderFailed', params })
    const [row] = await readOutbox(caseId)
    expect(row?.body).toContain('We have given back $1,299.00.')
    expect(row?.body).toContain('The reason we were given: Sold out')
  })

  it('tells a customer that they were not charged', async () => {
    const caseId = await insertPlacedOrder(activities, 3)
    const params = { number: 'X', reason: '', refunded: '$0.00' }
    await activities.notify({ caseId, message: 'orderCancelled', params })
    expect((await readOutbox(caseId))[0]?.body).toContain('You have not been charged.')
  })

  it('addresses the members of a group who may sign in', async () => {
    const { db } = activities.database
    const people = ['zoe', 'ana', 'gone'].map((name) => ({
      id: name,
      name,
      email: `${name}@example.com`,
      banned: name === 'gone',
    }))
    await db.insert(user).values(people)
    await db.insert(groupMembers).values(people.map(({ id }) => ({ userId: id, groupId: 'risk' })))
    const params = { number: 'X', title: 'Order\r\nBcc: evil@example.com', group: 'risk' }
    await activities.notify({ caseId: approvalId(1), message: 'approvalReminder', params })
    const [row] = await readOutbox(approvalId(1))
    expect(row?.recipient).toBe('ana@example.com, zoe@example.com')
    expect(row?.subject).not.toMatch(/[\r\n]/)
  })

  it('stores a message to a group without members without a recipient', async () => {
    const params = { number: 'X', title: 'T', group: 'finance' }
    await activities.notify({ caseId: approvalId(2), message: 'approvalReminder', params })
    expect(await readOutbox(approvalId(2))).toMatchObject([{ recipient: '', sentAt: null }])
  })

  it('does not retry a message about an order without an intake', async () => {
    const lost = activities.notify({ caseId: 'ord_missing', message: 'orderFailed', params: { number: 'X' } })
    await expect(lost).rejects.toMatchObject({ type: 'INTAKE_MISSING', nonRetryable: true })
  })
})

describe('a stored comment', () => {
  const saveComment = (id: number, text: string, mentioned: string[]) =>
    activities.saveCase({
      view: approvalView(3, { version: id }),
      entries: [
        {
          id,
          code: 'commented',
          params: { text, ...toMentionParams(mentioned.map((name) => ({ id: name, name }))) },
          sender: { id: 'lea', name: 'Lea' },
          timestamp: '2026-01-05T09:00:00.000Z',
        },
      ],
    })

  it('enqueues one message for each mentioned member of staff, and none for its author', async () => {
    await activities.database.db.insert(user).values([
      { id: 'mia', name: 'Mia', email: 'mia@example.com', role: 'agent' },
      { id: 'lea', name: 'Lea', email: 'lea@example.com', role: 'agent' },
      { id: 'carl', name: 'Carl', email: 'carl@example.com', role: 'customer' },
    ])
    await Promise.all(
      Array.from({ length: 5 }, () => saveComment(12, 'look at this\0', ['mia', 'lea', 'carl'])),
    )
    await saveComment(17, 'and again', ['mia'])
    const messages = await readOutbox(approvalId(3))
    expect(messages.map(({ part, recipient }) => `${part} ${recipient}`).sort()).toEqual([
      '12:carl ',
      '12:mia mia@example.com',
      '17:mia mia@example.com',
    ])
    expect(messages.find(({ part }) => part === '12:mia')).toMatchObject({
      message: 'mentioned',
      subject: expect.stringContaining('Lea mentioned you'),
      body: expect.stringContaining('look at this'),
    })
  })
})

describe('whoever loses what they held', () => {
  const CHANGES = [
    ['takenOver', { holder: 'Mo', holderId: 'mo' }, 'has taken over what you had claimed'],
    ['released', { holder: 'Mo', holderId: 'mo' }, 'has given back what you had claimed'],
    ['assigned', { assignee: 'Zed', from: 'Mo', fromId: 'mo' }, 'has assigned what you had claimed to Zed'],
  ] as const

  it.each(CHANGES)('is told of %s by others, and not of their own', async (code, params, text) => {
    await activities.database.db
      .insert(user)
      .values({ id: 'mo', name: 'Mo', email: 'mo@example.com', role: 'agent' })
      .onConflictDoNothing()
    const seed = 20 + CHANGES.findIndex(([name]) => name === code)
    const entry = (id: number, sender: { id: string; name: string }) =>
      ({ id, code, params, sender, timestamp: '2026-01-05T09:00:00.000Z' }) as const
    const entries = [entry(2, { id: 'lea', name: 'Lea' }), entry(3, { id: 'mo', name: 'Mo' })]
    await activities.saveCase({ view: approvalView(seed, { version: 3 }), entries })
    const rows = await readOutbox(approvalId(seed))
    expect(rows).toMatchObject([{ message: 'claimEnded', part: '2:mo', recipient: 'mo@example.com' }])
    expect(rows[0]?.body).toContain(`Lea ${text}`)
  })
})
