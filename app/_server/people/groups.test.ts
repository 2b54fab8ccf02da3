import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lockAccounts } from '@/db/queries/people/account-locks'
import { user } from '@/db/schema/auth'
import { authenticate } from '../auth/authenticate'
import type { Runtime } from '../platform/runtime'
import {
  actorAs,
  addToken,
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
} from '../testing/test-runtime'
import { addGroupMember } from './add-group-member'
import { createGroup } from './create-group'
import { deleteGroup } from './delete-group'
import { listAssignableStaff } from './list-assignable-staff'
import { listGroups } from './list-groups'
import { removeGroupMember } from './remove-group-member'
import { renameGroup } from './rename-group'

let test: TestRuntime
let runtime: Runtime
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
  await runtime.pool.query(`insert into groups (id, name) values ('risk', 'Risk')`)
})
afterAll(() => test.drop())

const lead = () => createContext(runtime, actorAs('supervisor'))
const auditOf = async (subject: string) => {
  const { rows } = await runtime.pool.query('select action from audit_log where subject = $1 order by at', [
    subject,
  ])
  return rows.map(({ action }) => action)
}

describe('addGroupMember with a concurrent role change', () => {
  it('does not add a person who becomes a customer meanwhile', async () => {
    const { id: userId } = await addUser(runtime, { email: 'leaves@x.example', role: 'agent' })
    const client = await runtime.pool.connect()
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('accounts'))`)
    await client.query(`update "user" set role = 'customer' where id = $1`, [userId])
    const adding = addGroupMember(lead(), { groupId: 'risk', userId }).then(
      () => 'added',
      ({ code }: { code: string }) => code,
    )
    const waits = `select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where datname = current_database() and locktype = 'advisory' and not granted`
    const results: string[] = []
    adding.then((answer) => results.push(answer))
    await expect
      .poll(async () => results.length > 0 || (await client.query(waits)).rowCount === 1, { timeout: 10_000 })
      .toBe(true)
    await client.query('commit')
    client.release()
    expect(await adding).toBe('NOT_FOUND')
    const { rows } = await runtime.pool.query('select 1 from group_members where user_id = $1', [userId])
    expect(rows).toEqual([])
  })
})

describe('groups', () => {
  it('are created with an id from their name, renamed and deleted, each with an audit row', async () => {
    expect(await createGroup(lead(), { name: 'Große Kunden & Co' })).toEqual({
      id: 'grosse-kunden-co',
      name: 'Große Kunden & Co',
    })
    await renameGroup(lead(), { groupId: 'grosse-kunden-co', name: 'Key accounts' })
    const { items } = await listGroups(createContext(runtime, actorAs('agent')))
    expect(items.map(({ name }) => name)).toEqual(['Key accounts', 'Risk'])
    await deleteGroup(lead(), { groupId: 'grosse-kunden-co', redirected: 0 })
    expect(await auditOf('group:grosse-kunden-co')).toEqual(['group.create', 'group.rename', 'group.delete'])
  })

  it('are not created twice, nor from a name without letters', async () => {
    const twice = createGroup(lead(), { id: 'risk', name: 'Again' })
    await expect(twice).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { errors: [{ path: 'id' }] },
    })
    await expect(createGroup(lead(), { name: '!!!' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('are not deleted while the settings or open approvals refer to them', async () => {
    await expect(
      deleteGroup(lead(), { groupId: runtime.env.approval.group, redirected: 0 }),
    ).rejects.toMatchObject({ code: 'GROUP_IN_USE' })
    await expect(deleteGroup(lead(), { groupId: 'nowhere', redirected: 0 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('are managed by supervisors and admins only', async () => {
    for (const role of ['agent', 'customer', 'import'] as const) {
      const ctx = createContext(runtime, actorAs(role))
      await expect(createGroup(ctx, { name: 'X' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(addGroupMember(ctx, { groupId: 'risk', userId: 'x' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    await expect(listGroups(createContext(runtime, actorAs('customer')))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(listGroups(createContext(runtime, null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('group members', () => {
  it('are added and removed with immediate effect', async () => {
    const { id } = await addUser(runtime, { email: 'bo@x.example', role: 'agent' })
    const { token } = await addToken(runtime, { email: 'bo@x.example' })
    const groups = async () =>
      (await authenticate(runtime, new Headers({ authorization: `Bearer ${token}` }), false)).actor?.groups
    expect(await groups()).toEqual([])
    await addGroupMember(lead(), { groupId: 'risk', userId: id })
    await addGroupMember(lead(), { groupId: 'risk', userId: id })
    expect(await groups()).toEqual(['risk'])
    await removeGroupMember(lead(), { groupId: 'risk', userId: id })
    expect(await groups()).toEqual([])
    await expect(removeGroupMember(lead(), { groupId: 'risk', userId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await auditOf(`group:risk user:${id}`)).toEqual(['group.member.add', 'group.member.remove'])
  })

  it('do not include a person whose role changes to customer meanwhile', async () => {
    const { id } = await addUser(runtime, { email: 'ed@x.example', role: 'agent' })
    const adding = await runtime.db.transaction(async (tx) => {
      await lockAccounts(tx)
      await tx.update(user).set({ role: 'customer' }).where(eq(user.id, id))
      const added = addGroupMember(lead(), { groupId: 'risk', userId: id })
      added.catch(() => {})
      await vi.waitFor(async () => {
        const { rows } = await runtime.pool.query(
          `select 1 from pg_locks where locktype = 'advisory' and not granted and database =
            (select oid from pg_database where datname = current_database())`,
        )
        expect(rows).toHaveLength(1)
      })
      return { added }
    })
    await expect(adding.added).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { items } = await listGroups(lead())
    expect(items.flatMap(({ members }) => members).map((member) => member.id)).not.toContain(id)
  })

  it('must be staff, and the group must exist', async () => {
    const customer = await addUser(runtime, { email: 'cy@x.example', role: 'customer' })
    const agent = await addUser(runtime, { email: 'di@x.example', role: 'agent' })
    for (const wrong of [
      { groupId: 'risk', userId: customer.id },
      { groupId: 'nowhere', userId: agent.id },
      { groupId: 'risk', userId: 'nobody' },
    ]) {
      await expect(addGroupMember(lead(), wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})

describe('listAssignableStaff', () => {
  it('finds staff by name, e-mail and group, without customers, banned people or e-mails', async () => {
    await addUser(runtime, { email: 'eve_1@y.example', role: 'agent', group: ['risk'] })
    await addUser(runtime, { email: 'eve-2@y.example', role: 'admin' })
    await addUser(runtime, { email: 'eve-3@y.example', role: 'customer' })
    const find = async (input: { q?: string; group?: string }) =>
      (await listAssignableStaff(createContext(runtime, actorAs('agent')), { limit: 20, ...input })).items
    expect((await find({ q: 'y.exam' })).map(({ name }) => name)).toEqual(['eve-2', 'eve_1'])
    expect((await find({ q: 'eve_' })).map(({ name }) => name)).toEqual(['eve_1'])
    expect((await find({ q: '%' })).length).toBe(0)
    expect((await find({ group: 'risk' })).map(({ name }) => name)).toEqual(['eve_1'])
    await runtime.pool.query(`update "user" set banned = true where name = 'eve_1'`)
    expect(JSON.stringify(await find({ q: 'eve' }))).not.toMatch(/eve_1|@/)
  })
})
