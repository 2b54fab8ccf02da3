import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../temporal/contract/time'
import { invitations, user } from '../../schema/auth'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { lockAccount } from './account-locks'
import { updatePassword } from './accounts'
import { hasOpenInvitation, redeemInvitation, upsertInvitation } from './invitations'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.insert(user).values({ id: 'nia', name: 'Nia', email: 'nia@x.test', role: 'agent' })
})
afterAll(() => database.drop())

const link = (tokenHash: string) => ({ userId: 'nia', tokenHash, expiresAt: new Date(Date.now() + DAY_MS) })
beforeEach(async () => {
  await database.db.delete(invitations)
  await upsertInvitation(database.db, link('first'))
})

const waiting = async (): Promise<number> => {
  const { rows } = await database.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}

describe('an invitation', () => {
  it('does not deadlock when it is renewed and accepted concurrently, and the old link ends', async () => {
    const { db } = database
    let accepting: Promise<string | null> | undefined
    await db.transaction(async (tx) => {
      await lockAccount(tx, 'nia')
      accepting = db.transaction((other) => redeemInvitation(other, 'first', 'Nia'))
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
      await upsertInvitation(tx, link('second'))
    })
    expect(await accepting).toBeNull()
    expect(await db.transaction((tx) => redeemInvitation(tx, 'second', 'Nia'))).toBe('nia')
  })

  it('counts as accepted when the password was set in another way', async () => {
    const { db } = database
    expect(await hasOpenInvitation(db, 'nia')).toBe(true)
    await updatePassword(db, 'nia', 'hash')
    expect(await hasOpenInvitation(db, 'nia')).toBe(false)
    expect(await db.transaction((tx) => redeemInvitation(tx, 'first', 'Nia'))).toBeNull()
  })
})
