/** Whoever may no longer hold a claim loses it, by whichever verb that came about. */

import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, groups, user } from '@/db/schema/auth'
import { mailOutbox } from '@/db/schema/mail'
import { COMMANDS } from '@/ops/user/commands'
import { queryView } from '@/temporal/client/case-handle'
import type { Actor } from '@/temporal/contract/auth/actor'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { claimCase } from '../cases/claim-case'
import { openTestApproval } from '../testing/open-test-approval'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { banPerson } from './ban-person'
import { removeGroupMember } from './remove-group-member'
import { setPersonGroups } from './set-person-groups'
import { setRole } from './set-role'

let web: TestWeb
let boss: Actor
const requester = createActor('supervisor')

beforeAll(async () => {
  web = await startTestWeb()
  boss = await web.addStaff('admin', [])
  await web.stack.db
    .insert(account)
    .values({ id: 'boss', accountId: boss.id, providerId: 'credential', userId: boss.id, password: 'hash' })
})
afterAll(() => web.stop())

const read = async (caseId: string) => (await queryView(web.stack.temporal, caseId)) as ApprovalView
const claim = (actor: Actor, caseId: string) => claimCase(web.as(actor), { caseId, requestKey: randomUUID() })
const claimed = async (actor: Actor): Promise<string> => {
  const caseId = await openTestApproval(web, requester)
  await claim(actor, caseId)
  return caseId
}
const released = (caseId: string) =>
  waitUntil(async () => {
    const view = await read(caseId)
    return view.assignee === null && view
  })

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
type Change = (holder: Actor) => Promise<unknown>
const VERBS: [string, Change, string][] = [
  ['a ban', ({ id: userId }) => banPerson(web.as(boss), { userId, reason: 'Left' }), 'banned'],
  [
    'a ban until tomorrow',
    ({ id: userId }) => banPerson(web.as(boss), { userId, reason: 'Away', until: tomorrow() }),
    'banned',
  ],
  ['the role of a customer', ({ id: userId }) => setRole(web.as(boss), { userId, role: 'customer' }), 'role'],
  [
    'other groups',
    ({ id: userId }) => setPersonGroups(web.as(boss), { userId, groups: ['finance'] }),
    'group',
  ],
  [
    'leaving the group',
    ({ id: userId }) => removeGroupMember(web.as(boss), { groupId: 'risk', userId }),
    'group',
  ],
  [
    'a ban from the command line',
    async ({ id }) => {
      await COMMANDS.ban(web.stack.db, { email: `${id}@staff.test`, reason: 'Left' } as never)
    },
    'banned',
  ],
]

describe('what somebody had claimed is released at once after', () => {
  it.each(VERBS)('%s', async (name, change, reason) => {
    const holder = await web.addStaff('agent')
    const colleague = await web.addStaff('agent')
    const caseIds = [await claimed(holder), await claimed(holder)]
    const others = await claimed(colleague)
    await change(holder)
    for (const caseId of caseIds) {
      const { stream, state, claimedAt } = await released(caseId)
      expect([state, claimedAt]).toEqual(['OPEN', null])
      expect(stream.at(-1)).toMatchObject({
        code: 'released',
        params: { holder: holder.name, holderId: holder.id, reason },
        sender: { name: name.includes('command line') ? 'Command line' : boss.name },
      })
      await claim(colleague, caseId)
    }
    expect((await read(others)).assignee?.id).toBe(colleague.id)
    const mails = await waitUntil(async () => {
      const rows = await web.stack.db
        .select()
        .from(mailOutbox)
        .where(eq(mailOutbox.message, 'claimsReleased'))
      const own = rows.filter(({ part }) => part.startsWith(holder.id))
      return own.length > 0 && own
    })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.recipient).toContain(`${colleague.id}@staff.test`)
    expect(mails[0]?.recipient).not.toContain(holder.id)
  })
})

it('a claim that arrives with an identity from before the ban is released too', async () => {
  const holder = await web.addStaff('agent')
  const caseId = await openTestApproval(web, requester)
  await Promise.all([banPerson(web.as(boss), { userId: holder.id, reason: 'Left' }), claim(holder, caseId)])
  await released(caseId)
  // `web.as` keeps the identity, as another process does for 30 s.
  await claim(holder, caseId)
  const { stream } = await released(caseId)
  expect(stream.filter(({ code }) => code === 'released')).toHaveLength(2)
})

it('a change while no worker runs is made up for when one starts', async () => {
  const holder = await web.addStaff('agent')
  const caseId = await claimed(holder)
  await web.stack.stopWorkers()
  await banPerson(web.as(boss), { userId: holder.id, reason: 'Left' })
  await web.stack.startWorker()
  await released(caseId)
})

it('a group that is gone takes its claims along, and the case goes to those who may decide', async () => {
  await web.stack.db.insert(groups).values({ id: 'returns', name: 'Returns' })
  const holder = await web.addStaff('agent', ['returns'])
  await web.addStaff('agent', ['returns'])
  const caseId = await openTestApproval(web, requester, { group: 'returns', fallbackGroup: 'finance' })
  await claim(holder, caseId)
  await web.stack.db.delete(groups).where(eq(groups.id, 'returns'))
  const view = await waitUntil(async () => {
    const now = await read(caseId)
    return now.group === 'finance' && now
  })
  expect(view.assignee).toBeNull()
})

it('a holder without an account keeps the case', async () => {
  const stranger = createActor('agent')
  const caseId = await claimed(stranger)
  const witness = await web.addStaff('agent')
  const swept = await claimed(witness)
  await web.stack.db.update(user).set({ banned: true }).where(eq(user.id, witness.id))
  await released(swept)
  expect((await read(caseId)).assignee?.id).toBe(stranger.id)
})
