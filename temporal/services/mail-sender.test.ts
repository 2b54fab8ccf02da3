import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { insertOutboxMessages } from '../../db/queries/mail/mail-outbox'
import { mailOutbox } from '../../db/schema/mail'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database'
import { DAY_MS } from '../contract/time'
import { startMailServer } from '../testing/test-mail-server'
import { startMailSender } from './mail-sender'
import { createMailer } from './mailer'

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

let mail: Awaited<ReturnType<typeof startMailServer>>
let database: TestDatabase
let running: ReturnType<typeof startMailSender>[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  mail = await startMailServer()
})
afterEach(async () => {
  await Promise.all(running.map((sender) => sender.stop()))
  running = []
  mail.become('answers')
  await mail.close()
  await database.db.delete(mailOutbox)
})

const start = () => {
  const mailer = createMailer({ smtpUrl: mail.url, from: 'Shop <shop@example.org>' })
  if (!mailer) throw new Error('There is a mail server')
  const sender = startMailSender({ db: database.db, mailer, log: SILENT, pollMs: 20 })
  running.push(sender)
  return sender
}
const keep = (caseId: string, more: Partial<typeof mailOutbox.$inferInsert> = {}) =>
  insertOutboxMessages(database.db, [
    { caseId, message: 'orderShipped', recipient: 'ada@example.com', subject: 'Hi', body: 'Hello', ...more },
  ])
const sentAtOf = async (caseId: string) => {
  const rows = await database.db.select().from(mailOutbox).where(eq(mailOutbox.caseId, caseId))
  return rows[0]?.sentAt
}
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 20 })

describe('the mail sender', () => {
  it('sends a message to all its recipients and marks it as sent', async () => {
    await keep('ord_1', {
      recipient: 'ana@example.com, zoe@example.com',
      message: 'mentioned',
      part: '2:mia',
    })
    start()
    await until(async () => expect(await sentAtOf('ord_1')).toBeTruthy())
    expect(mail.received.map(({ to }) => to)).toEqual([['ana@example.com', 'zoe@example.com']])
    expect(mail.received[0]?.text).toContain('Message-ID: <mentioned.2.mia.ord_1@example.org>')
  })

  it('sends each message once, however many senders run', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `ord_${i}`)
    for (const id of ids) await keep(id)
    for (let i = 0; i < 4; i++) start()
    await until(() => expect(mail.received).toHaveLength(30))
    await Promise.all(running.map((sender) => sender.stop()))
    const sent = mail.received.map(({ text }) => /Message-ID: <orderShipped\.(\w+)@/.exec(text)?.[1])
    expect(sent.sort()).toEqual(ids.sort())
  })

  it('retries when the mail server refuses a message', async () => {
    mail.become('refuses')
    await keep('ord_2')
    start()
    await until(() => expect(mail.countConnections()).toBe(1))
    mail.become('answers')
    await until(async () => expect(await sentAtOf('ord_2')).toBeTruthy())
    expect(mail.received).toHaveLength(1)
  })

  it('skips messages without a recipient and messages older than a day', async () => {
    await keep('ord_3', { recipient: '' })
    await keep('ord_4', { createdAt: new Date(Date.now() - DAY_MS - 1_000).toISOString() })
    await keep('ord_5')
    start()
    await until(() => expect(mail.received).toHaveLength(1))
    expect([await sentAtOf('ord_3'), await sentAtOf('ord_4')]).toEqual([null, null])
    expect(mail.received[0]?.text).toContain('ord_5')
  })

  it('stops in time while a message hangs', async () => {
    mail.become('is silent')
    await keep('ord_6')
    const sender = start()
    await until(() => expect(mail.countConnections()).toBe(1))
    const from = performance.now()
    await sender.stop()
    expect(performance.now() - from).toBeLessThan(4_000)
    expect(await sentAtOf('ord_6')).toBeNull()
  })
})
