import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupMembers, groups, user } from '../../../db/schema/auth'
import { mailOutbox } from '../../../db/schema/mail'
import { seedCatalogue } from '../../../db/seed-catalogue'
import type { Role } from '../../contract/auth/actor'
import type { ApprovalPolicy } from '../../contract/cases/approval'
import { UPDATES } from '../../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, agent, placeOrder, startApproval } from '../../testing/test-cases'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import {
  decide,
  queryApproval,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitUntil,
} from '../../testing/wait-for-case'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
  await seedCatalogue(stack.db)
  for (const id of ['sue', 'sam'])
    await stack.db.insert(user).values({ id, name: id, email: `${id}@lead.test`, role: 'supervisor' })
})
afterAll(() => stack.stop())

let groupCount = 0
interface Member {
  id: string
  role?: Role
  banned?: boolean
  banExpires?: Date
}
/** A group with these members; returns its id. */
const addGroup = async (...members: Member[]): Promise<string> => {
  const id = `group-${++groupCount}`
  await stack.db.insert(groups).values({ id, name: id })
  for (const { id: name, ...more } of members) {
    const userId = `${name}-${id}`
    const account = { role: 'agent' as const, ...more }
    await stack.db.insert(user).values({ id: userId, name, email: `${userId}@x.test`, ...account })
    await stack.db.insert(groupMembers).values({ groupId: id, userId })
  }
  return id
}
const changed = (id: string) =>
  waitUntil(async () => {
    const view = await queryApproval(stack, id)
    return view.stream.some(({ code }) => /^(groupRedirected|openedToSupervisors)$/.test(code)) && view
  })
/** The view once the check at the start has run; every start makes one. */
const checked = async (id: string) => {
  await waitUntil(async () => {
    const { events } = await stack.client.workflow.getHandle(`approval:${id}`).fetchHistory()
    const scheduled = events?.find(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'countDeciders',
    )
    return events?.some(
      (event) =>
        scheduled && event.activityTaskCompletedEventAttributes?.scheduledEventId?.eq(scheduled.eventId ?? 0),
    )
  })
  return queryApproval(stack, id)
}
const HOUR_MS = 3_600_000

describe('an approval whose group has', () => {
  it.each<[string, Member[], 'empty' | null]>([
    ['no member', [], 'empty'],
    ['a banned member only', [{ id: 'a', banned: true }], 'empty'],
    ['a customer only', [{ id: 'a', role: 'customer' }], 'empty'],
    [
      'a member whose ban lasts',
      [{ id: 'a', banned: true, banExpires: new Date(Date.now() + HOUR_MS) }],
      'empty',
    ],
    [
      'a member whose ban is over',
      [{ id: 'a', banned: true, banExpires: new Date(Date.now() - HOUR_MS) }],
      null,
    ],
    ['a member', [{ id: 'a' }], null],
  ])('%s', async (_, members, reason) => {
    const group = await addGroup(...members)
    const id = await startApproval(stack, { group, fallbackGroup: 'finance' })
    if (reason === null) {
      const { group: asked, stream } = await checked(id)
      expect(asked).toBe(group)
      expect(stream.map(({ code }) => code)).toEqual(['approvalOpened'])
      return
    }
    const view = await changed(id)
    expect(view).toMatchObject({ group: 'finance', state: 'OPEN' })
    expect(view.stream.at(-1)).toMatchObject({
      code: 'groupRedirected',
      params: { from: group, to: 'finance', reason },
    })
    const member = agent('fin', 'finance')
    expect(await decide(stack, id, { actor: member, decision: 'approved' })).toMatchObject({ kind: 'done' })
  })

  it('nobody but the requester', async () => {
    const group = await addGroup({ id: 'rita' })
    const requester = { id: `rita-${group}`, name: 'Rita' }
    const view = await changed(await startApproval(stack, { group, fallbackGroup: 'finance' }, { requester }))
    expect(view.stream.at(-1)?.params).toMatchObject({ reason: 'requester', to: 'finance' })
    const other = await startApproval(stack, { group })
    expect(await checked(other)).toMatchObject({ group })
  })
})

describe('without a fallback group that may decide', () => {
  it.each<[string, (group: string) => Promise<Partial<ApprovalPolicy>>]>([
    ['none is named', async () => ({})],
    ['it does not exist either', async () => ({ fallbackGroup: 'nowhere' })],
    ['it has no member either', async () => ({ fallbackGroup: await addGroup() })],
    ['it is the same', async (group) => ({ fallbackGroup: group })],
  ])('supervisors of any group decide: %s', async (_, policyOf) => {
    const group = await addGroup()
    const id = await startApproval(stack, { group, ...(await policyOf(group)) })
    const view = await changed(id)
    expect(view).toMatchObject({ group, supervisorsMayDecide: true })
    await expect(decide(stack, id, { actor: agent('ana'), decision: 'approved' })).rejects.toMatchObject({
      code: 'NOT_IN_GROUP',
    })
    const lead = agent('sue', 'elsewhere', true)
    await update(stack, id, UPDATES.claim, { actor: lead })
    expect(await decide(stack, id, { actor: lead, decision: 'approved' })).toMatchObject({ kind: 'done' })
    await waitForEnd(stack, `approval:${id}`)
    const [mail] = await stack.db
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.caseId, `group.${group}`), eq(mailOutbox.message, 'groupCannotDecide')))
    expect(mail?.recipient).toBe('sam@lead.test, sue@lead.test')
    expect(mail?.body).toContain('Supervisors and administrators may decide it')
  })

  it('not even a supervisor decides on their own request', async () => {
    const requester = { id: 'sue', name: 'Sue' }
    const id = await startApproval(stack, { group: 'nowhere' }, { requester })
    await changed(id)
    const own = decide(stack, id, { actor: agent('sue', 'elsewhere', true), decision: 'approved' })
    await expect(own).rejects.toMatchObject({ code: 'OWN_REQUEST' })
  })
})

it('a deadline that escalates to a group that was deleted asks the fallback group', async () => {
  const gone = await addGroup({ id: 'a' })
  const id = await startApproval(stack, {
    deadlineMs: 1_500,
    onDeadline: { action: 'escalate', group: gone },
    fallbackGroup: 'finance',
  })
  await waitUntil(() => queryApproval(stack, id))
  await stack.db.delete(groups).where(eq(groups.id, gone))
  const { stream, group } = await changed(id)
  expect(group).toBe('finance')
  expect(stream.slice(-2).map(({ code, params }) => [code, params.to])).toEqual([
    ['escalated', gone],
    ['groupRedirected', 'finance'],
  ])
  expect(stream.at(-1)?.params.reason).toBe('deleted')
})

it('a group that loses its people while it is asked: the approval goes on, and its holder loses it', async () => {
  const group = await addGroup({ id: 'a' }, { id: 'b' })
  const id = await startApproval(stack, { group, fallbackGroup: 'finance' })
  await checked(id)
  await update(stack, id, UPDATES.claim, { actor: agent(`a-${group}`, group) })
  await stack.db.delete(groupMembers).where(eq(groupMembers.groupId, group))
  const view = await changed(id)
  expect(view).toMatchObject({ group: 'finance', state: 'OPEN', assignee: null })
})

it('the approval of an order is redirected too', async () => {
  const orderId = await placeOrder(stack, {
    rules: ALWAYS_APPROVE_RULES,
    approval: { group: 'nowhere', fallbackGroup: 'finance' },
  })
  const id = await waitForApprovalOf(stack, orderId)
  expect(await changed(id)).toMatchObject({ group: 'finance' })
  await decide(stack, id, { actor: agent('fin', 'finance'), decision: 'approved' })
  await waitForEnd(stack, `order:${orderId}`)
})
