import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../temporal/contract/time'
import { invitations, user } from '../schema/auth'
import { createTestDatabase, type TestDatabase } from '../test-database'
import { lockAccount } from './account-locks'
import { setPassword } from './accounts'
import { isWaitedFor, putInvitation, spendInvitation } from './invitations'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.insert(user).values({ id: 'nia', name: 'Nia', email: 'nia@x.test', role: 'agent' })
})
afterAll(() => database.drop())

const link = (tokenHash: string) => ({ userId: 'nia', tokenHash, expiresAt: new Date(Date.now() + DAY_MS) })
beforeEach(async () => {
  await database.db.delete(invitations)
  await putInvitation(database.db, link('first'))
})

const waiting = async (): Promise<number> => {
  const { rows } = await database.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}

describe('an invitation', () => {
  it('that is renewed while it is accepted ends, and neither waits for the other without end', async () => {
    const { db } = database
    let accepting: Promise<string | null> | undefined
    await db.transaction(async (tx) => {
      await lockAccount(tx, 'nia')
      accepting = db.transaction((other) => spendInvitation(other, 'first', 'Nia'))
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
      await putInvitation(tx, link('second'))
    })
    expect(await accepting).toBeNull()
    expect(await db.transaction((tx) => spendInvitation(tx, 'second', 'Nia'))).toBe('nia')
  })

  it('is used up by a password that was set in another way', async () => {
    const { db } = database
    expect(await isWaitedFor(db, 'nia')).toBe(true)
    await setPassword(db, 'nia', 'hash')
    expect(await isWaitedFor(db, 'nia')).toBe(false)
    expect(await db.transaction((tx) => spendInvitation(tx, 'first', 'Nia'))).toBeNull()
  })
})
