import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF_ROLES } from '../../../temporal/contract/auth/actor'
import { DAY_MS } from '../../../temporal/contract/time'
import { groupMembers, groups, user } from '../../schema/auth'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { selectGroupAddresses, selectStaffAddresses } from '../mail/mail-outbox'
import { selectAccountPage } from './account-list'
import { countOtherAdmins, isActiveAdmin } from './account-locks'
import { updatePassword } from './accounts'
import { redeemInvitation, selectInvitation, upsertInvitation } from './invitations'
import { selectAssignableStaff, selectColleagues, selectStaffMember } from './staff'

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await db.insert(groups).values({ id: 'risk', name: 'Risk' })
  const add = async (id: string, ban: { banned?: boolean; banExpires?: Date }) => {
    await db.insert(user).values({ id, name: id, email: `${id}@x.test`, role: 'admin', ...ban })
    await db.insert(groupMembers).values({ groupId: 'risk', userId: id })
    await updatePassword(db, id, 'hash')
    await upsertInvitation(db, { userId: id, tokenHash: `hash of ${id}`, expiresAt: inDays(1) })
  }
  await add('free', {})
  await add('gone', { banned: true })
  await add('still', { banned: true, banExpires: inDays(1) })
  await add('over', { banned: true, banExpires: inDays(-1) })
})
afterAll(() => database.drop())

const IN = ['free', 'over']
const OUT = ['gone', 'still']
const PAGE = { roles: STAFF_ROLES, sort: 'name', offset: 0, limit: 10 } as const

describe('a ban', () => {
  it('hides accounts from lists until it expires', async () => {
    const { db } = database
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(await selectAssignableStaff(db, { roles: STAFF_ROLES, limit: 10 }))).toEqual(IN)
    expect(ids(await selectColleagues(db, STAFF_ROLES, 10))).toEqual(IN)
    expect(await selectGroupAddresses(db, 'risk')).toEqual(IN.map((id) => `${id}@x.test`))
    expect(ids((await selectAccountPage(db, { ...PAGE, status: 'banned' })).items)).toEqual(OUT)
  })

  it('is evaluated equally by every query', async () => {
    const { db } = database
    for (const id of [...IN, ...OUT]) {
      const isIn = IN.includes(id)
      expect((await selectStaffMember(db, id, STAFF_ROLES)) !== null, id).toBe(isIn)
      expect(await selectStaffAddresses(db, [id]), id).toEqual(isIn ? [`${id}@x.test`] : [])
      expect((await selectInvitation(db, `hash of ${id}`))?.banned, id).toBe(!isIn)
      await db.transaction(async (tx) => {
        expect(await isActiveAdmin(tx, id), id).toBe(isIn)
        expect(await countOtherAdmins(tx, id), id).toBe(isIn ? 1 : 2)
        expect(await redeemInvitation(tx, `hash of ${id}`, id), id).toBe(isIn ? id : null)
      })
    }
  })
})
