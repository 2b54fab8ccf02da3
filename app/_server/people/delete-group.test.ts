import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCase } from '@/db/projection/write-case'
import { insertGroup } from '@/db/queries/people/groups'
import { auditLog } from '@/db/schema/auth'
import { approvalView, orderView } from '@/db/testing/test-views'
import type { ApprovalPolicy } from '@/temporal/contract/cases/approval'
import { actorAs, createContext, createTestRuntime, type TestRuntime } from '../testing/test-runtime'
import { deleteGroup } from './delete-group'

let test: TestRuntime
beforeAll(async () => {
  test = await createTestRuntime({
    APPROVAL_GROUP: 'asked',
    APPROVAL_ON_DEADLINE: 'escalate:later',
    APPROVAL_FALLBACK_GROUP: 'last',
  })
})
afterAll(() => test.drop())

let seed = 0
const addGroup = async (): Promise<string> => {
  const id = `g-${randomUUID().slice(0, 8)}`
  await insertGroup(test.runtime.db, { id, name: id })
  return id
}
const remove = (groupId: string, redirected = 0) =>
  deleteGroup(createContext(test.runtime, actorAs('supervisor')), { groupId, redirected })
const save = (view: Parameters<typeof writeCase>[1]['view']) =>
  writeCase(test.runtime.db, { view, entries: [] }, async () => true)

it.each(['asked', 'later', 'last'])('a group that the settings name is kept: %s', async (id) => {
  await insertGroup(test.runtime.db, { id, name: id })
  await expect(remove(id, 1_000)).rejects.toMatchObject({ code: 'GROUP_IN_USE' })
})

it('a group that open approvals are asked of is kept, whatever was confirmed', async () => {
  const group = await addGroup()
  await save(approvalView(++seed, { group }))
  await expect(remove(group, 1_000)).rejects.toMatchObject({
    code: 'GROUP_IN_USE',
    message: '1 open approval is asked of this group: decide or withdraw first',
    details: { asked: 1, redirected: 0 },
  })
})

const escalatesTo = (group: string): ApprovalPolicy['onDeadline'] => ({ action: 'escalate', group })

it.each([
  [
    'escalates to it',
    (group: string) => approvalView(++seed, { onDeadline: escalatesTo(group) }),
    'escalating',
  ],
  ['falls back to it', (group: string) => approvalView(++seed, { fallbackGroup: group }), 'fallback'],
  ['may need it', (group: string) => orderView(++seed, { policyGroups: [group] }), 'orders'],
] as const)('a group is deleted after a word of what %s', async (_, toView, counted) => {
  const group = await addGroup()
  await save(toView(group))
  await expect(remove(group)).rejects.toMatchObject({
    code: 'GROUP_IN_USE',
    message: expect.stringContaining('Without this group others will be asked: '),
    details: { asked: 0, [counted]: 1, redirected: 1 },
  })
  await save(toView(group))
  // More came meanwhile than was confirmed.
  await expect(remove(group, 1)).rejects.toMatchObject({ details: { [counted]: 2, redirected: 2 } })
  expect(await remove(group, 2)).toEqual({ id: group })
  const [audited] = await test.runtime.db
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.subject, `group:${group}`))
  expect(audited?.details).toMatchObject({ redirected: 2 })
})
