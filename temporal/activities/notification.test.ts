import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { groupMembers, user } from '../../db/schema/auth'
import { notifications } from '../../db/schema/services'
import { approvalId } from '../../db/test-views'
import { createMailer } from '../services/mailer'
import { notificationActivities } from './notification'
import { openActivities, place, type TestActivities } from './test-activities'

/** A mail server in this process that keeps what it was sent, or refuses it. */
const startMailServer = async () => {
  const received: { to: string[]; text: string }[] = []
  let refuses = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refuses) return done(new Error('Mailbox is full'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    refuse: (value: boolean) => {
      refuses = value
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

let mail: Awaited<ReturnType<typeof startMailServer>>
let activities: TestActivities
beforeAll(async () => {
  mail = await startMailServer()
  activities = await openActivities(createMailer({ smtpUrl: mail.url, from: 'Shop <shop@example.org>' }))
})
afterAll(async () => {
  await activities.close()
  await mail.close()
})
afterEach(() => {
  mail.received.length = 0
  mail.refuse(false)
})

const kept = async (caseId: string) => {
  const rows = await activities.database.db.select().from(notifications)
  return rows.filter((row) => row.caseId === caseId)
}

describe('notify', () => {
  it('writes to the customer of an order', async () => {
    const caseId = await place(activities, 1)
    await activities.notify({
      caseId,
      message: 'orderConfirmed',
      params: { number: '7K2M9QXP', total: '$41.00' },
    })
    expect(mail.received).toHaveLength(1)
    const [letter] = mail.received
    expect(letter?.to).toEqual(['ada@example.com'])
    expect(letter?.text).toContain('Subject: Order 7K2M9QXP is confirmed')
    expect(letter?.text).toContain('We have received $41.00')
    expect(letter?.text).toContain(`Message-ID: <orderConfirmed.${caseId}@example.org>`)
    expect((await kept(caseId))[0]?.sentAt).not.toBeNull()
  })

  it('says each thing once, also when it is asked ten times at once', async () => {
    const caseId = await place(activities, 2)
    const shipped = { caseId, message: 'orderShipped', params: { number: 'X' } } as const
    await Promise.allSettled(Array.from({ length: 10 }, () => activities.notify(shipped)))
    await activities.notify(shipped)
    expect(mail.received).toHaveLength(1)
    await activities.notify({
      ...shipped,
      message: 'orderConfirmed',
      params: { number: 'X', total: '$1.00' },
    })
    expect(mail.received).toHaveLength(2)
  })

  it('fails when the mail server refuses, and sends on the next try', async () => {
    const caseId = await place(activities, 3)
    const cancelled = {
      caseId,
      message: 'orderCancelled',
      params: { number: 'X', reason: '', refunded: '$0.00' },
    } as const
    mail.refuse(true)
    await expect(activities.notify(cancelled)).rejects.toThrow('Mailbox is full')
    mail.refuse(false)
    await activities.notify(cancelled)
    expect(mail.received[0]?.text).toContain('You have not been charged.')
  })

  it('tells a customer what became of the money, and the reason they were given', async () => {
    const caseId = await place(activities, 4)
    const params = { number: 'X', reason: 'Sold out', refunded: '$1,299.00' }
    await activities.notify({ caseId, message: 'orderFailed', params })
    const [row] = await kept(caseId)
    expect(row?.body).toContain('We have given back $1,299.00.')
    expect(row?.body).toContain('The reason we were given: Sold out')
  })

  it('writes to the members of a group who may sign in', async () => {
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
    expect(mail.received.map(({ to }) => to)).toEqual([['ana@example.com', 'zoe@example.com']])
    const [head] = mail.received[0]?.text.split(/\r?\n\r?\n/) ?? []
    expect(head).not.toMatch(/^Bcc:/m)
  })

  it('writes to the colleague a comment mentions, once for each comment', async () => {
    const { db } = activities.database
    await db.insert(user).values([
      { id: 'mia', name: 'Mia', email: 'mia@example.com', role: 'agent' },
      { id: 'carl', name: 'Carl', email: 'carl@example.com', role: 'customer' },
    ])
    const mention = (part: string, to: string) => {
      const params = { number: 'X', title: 'T', by: 'Ana', text: 'look at this', to }
      return activities.notify({ caseId: approvalId(3), message: 'mentioned', part, params })
    }
    await Promise.all(Array.from({ length: 5 }, () => mention('2:mia', 'mia').catch(() => {})))
    await mention('2:mia', 'mia')
    await mention('7:mia', 'mia')
    await mention('7:carl', 'carl')
    expect(mail.received.map(({ to }) => to)).toEqual([['mia@example.com'], ['mia@example.com']])
    expect(mail.received[0]?.text).toContain('look at this')
    expect(mail.received[0]?.text).toContain(`Message-ID: <mentioned.2.mia.${approvalId(3)}@example.org>`)
  })

  it('keeps a message to a group without members, and sends nothing', async () => {
    const params = { number: 'X', title: 'T', group: 'finance' }
    await activities.notify({ caseId: approvalId(2), message: 'approvalReminder', params })
    expect(mail.received).toEqual([])
    expect(await kept(approvalId(2))).toMatchObject([{ recipient: '', sentAt: null }])
  })

  it('only keeps messages where no mail server is configured', async () => {
    const caseId = await place(activities, 5)
    const { notify } = notificationActivities(activities.database.db, createMailer({ from: 'x@example.org' }))
    await notify({ caseId, message: 'orderShipped', params: { number: 'X' } })
    expect(mail.received).toEqual([])
    expect(await kept(caseId)).toMatchObject([{ recipient: 'ada@example.com', sentAt: null }])
  })

  it('does not retry a message about an order that nothing is known of', async () => {
    const lost = activities.notify({ caseId: 'ord_missing', message: 'orderFailed', params: { number: 'X' } })
    await expect(lost).rejects.toMatchObject({ type: 'INTAKE_MISSING', nonRetryable: true })
  })
})
