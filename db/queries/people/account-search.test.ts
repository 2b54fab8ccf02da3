import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refoldSearchText } from '../../refold-search-text'
import { groups, user } from '../../schema/auth'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { selectAccountPage } from './account-list'
import { accountMatches } from './account-search'
import { upsertAccount } from './accounts'
import { selectAssignableStaff } from './staff'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const listed = async (q: string) => {
  const request = { q, roles: ['agent'], sort: 'name', offset: 0, limit: 10 } as const
  const { items, total } = await selectAccountPage(database.db, request)
  expect(total).toBe(items.length)
  const staff = await selectAssignableStaff(database.db, { q, roles: ['agent'], limit: 10 })
  expect(staff.map(({ name }) => name)).toEqual(items.map(({ name }) => name))
  return items.map(({ name }) => name)
}

describe('a search for accounts', () => {
  it.each([
    ['Jörg Müller', 'jorg', 'MÜLLER', 'muller jörg', 'Mu\u0308ller', 'x1@'],
    ['İpek Ilıca', 'ipek', 'ILICA', 'ılıca'],
    ['הדס לוי', 'לוי'],
    ['张伟', '伟'],
  ])('finds %s by every spelling', async (name, ...spellings) => {
    await upsertAccount(database.db, { email: 'x1@shop.test', name, role: 'agent' })
    for (const q of [name, ...spellings]) expect(await listed(q), q).toEqual([name])
    expect(await listed('nobody%')).toEqual([])
  })

  it('finds accounts of an older version as they are, and by every spelling once they are folded', async () => {
    const row = { id: 'old', name: 'Zoe\u0308 \u202EO\u200B', email: 'old@shop.test', role: 'agent' } as const
    await database.db.insert(user).values(row)
    await database.db.insert(groups).values({ id: 'g', name: 'Ri\u200Bsk' })
    expect(await listed('OLD@')).toEqual([row.name])
    expect(await listed('Zoë')).toEqual([])
    await refoldSearchText(database.db)
    for (const q of ['zoe o', 'ZOË', 'old@']) expect(await listed(q), q).toEqual(['Zoë O'])
    const { rows } = await database.db.execute(sql`select name from groups where id = 'g'`)
    expect(rows).toEqual([{ name: 'Risk' }])
    // A name that changed without its folded copy is folded again.
    await database.db.execute(sql`update "user" set name = 'Renée' where id = 'old'`)
    await refoldSearchText(database.db)
    expect(await listed('renee')).toEqual(['Renée'])
  })
})

it('reads the accounts that match, not all', async () => {
  await database.db.execute(
    sql`insert into "user" (id, name, email, role, search_text)
      select 'c' || i, 'Customer ' || i, 'c' || i || '@x.test', 'customer', 'customer ' || i from generate_series(1, 20000) as i`,
  )
  await database.db.execute(sql`vacuum analyze "user"`)
  const query = database.db.select({ id: user.id }).from(user).where(accountMatches('Müller 4711')).getSQL()
  const { rows } = await database.db.execute(sql`explain ${query}`)
  expect(JSON.stringify(rows)).toContain('user_search')
})
