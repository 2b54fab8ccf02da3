import { expect, test } from '@playwright/test'
import { call, decide, expectBody, placeWaitingOrder, readCase, startApproval } from '../support/api'
import { createAgents } from '../support/create-agents'
import { people } from '../support/stack'
import { expectRowEqualsWorkflow } from '../support/temporal'

const { ana, ben, outsider, customer, supervisor } = people

test('50 different agents decide at once: one decision, 49 refusals that name who was first', async () => {
  test.slow()
  const agents = await createAgents(50)
  const { approvalId } = await placeWaitingOrder(customer)
  const answers = await Promise.all(
    agents.map((agent, index) =>
      decide(agent, approvalId, {
        decision: index % 2 === 0 ? 'approved' : 'rejected',
        comment: `Decided by ${agent.name}`,
      }),
    ),
  )

  const won = answers.filter(({ status }) => status === 200)
  const lost = answers.filter(({ status }) => status === 409)
  expect([won.length, lost.length], JSON.stringify(answers.map(({ status }) => status))).toEqual([1, 49])
  const { caseData, status } = (await readCase(ana, approvalId)).caseDetails
  const winner = agents[answers.findIndex((answer) => answer.status === 200)]
  expect(caseData).toMatchObject({ decision: { by: { name: winner?.name }, via: 'person' } })
  expect(won[0]?.body.status).toBe(status)
  for (const { body } of lost)
    expect(body).toMatchObject({
      code: 'ALREADY_DECIDED',
      decision: { by: { name: winner?.name }, at: expect.any(String) },
    })
  await expectRowEqualsWorkflow(approvalId)
})

test('one agent who sends a decision 20 times decides once and gets 20 equal answers', async () => {
  const approvalId = await startApproval(supervisor)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => decide(ana, approvalId, { decision: 'approved', comment: 'Known' })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  const { activityStream } = await readCase(ana, approvalId)
  expect(activityStream.filter(({ code }) => code === 'approved')).toHaveLength(1)

  const again = await decide(ana, approvalId, { decision: 'approved', comment: 'Known' })
  expect(again.body).toEqual(answers[0]?.body)
})

test('the agent who decided gets 409 for a different decision', async () => {
  const approvalId = await startApproval(supervisor)
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
  const other = await decide(ana, approvalId, { decision: 'rejected', comment: 'No, wait' })
  expect(other).toMatchObject({ status: 409, body: { code: 'ALREADY_DECIDED' } })
})

test('a rejection needs a reason', async () => {
  const approvalId = await startApproval(supervisor)
  expect(await decide(ana, approvalId, { decision: 'rejected' })).toMatchObject({
    status: 422,
    body: { code: 'REASON_REQUIRED' },
  })
})

test('only members of the group decide, and nobody on their own request', async () => {
  const approvalId = await startApproval(ana)
  expect(await decide(outsider, approvalId, { decision: 'approved' })).toMatchObject({
    status: 403,
    body: { code: 'NOT_IN_GROUP' },
  })
  expect(await decide(ana, approvalId, { decision: 'approved' })).toMatchObject({
    status: 403,
    body: { code: 'OWN_REQUEST' },
  })
  expect((await decide(customer, approvalId, { decision: 'approved' })).status).toBe(404)
  expectBody(await decide(ben, approvalId, { decision: 'approved' }))
})

test('a decision for an earlier version is refused when the case has changed', async () => {
  const approvalId = await startApproval(supervisor)
  const { version } = (await readCase(ana, approvalId)).caseDetails
  expectBody(
    await call(`/api/v1/cases/${approvalId}/comment`, { as: ben, body: { text: 'Look at the address' } }),
  )
  const stale = await decide(ana, approvalId, { decision: 'approved', expectedVersion: version })
  expect(stale).toMatchObject({ status: 409, body: { code: 'VERSION_MISMATCH' } })
  const other = await decide(ana, approvalId, { decision: 'approved', interactionId: 'another' })
  expect(other).toMatchObject({ status: 409, body: { code: 'INTERACTION_MISMATCH' } })
})

test('the open interaction is answered at its submitUrl, once', async () => {
  const approvalId = await startApproval(supervisor)
  const { activeInteraction } = await readCase(ana, approvalId)
  expect(activeInteraction).toMatchObject({ interactionType: 'action_buttons', prompt: expect.any(String) })
  const { submitUrl = '', interactionId } = activeInteraction ?? {}
  const body = { interactionId, response: { action: 'rejected', comment: 'Twice asked' } }
  expectBody(await call(submitUrl, { as: ana, body }))
  expect((await call(submitUrl, { as: ben, body })).status).toBe(409)
  expect((await readCase(ana, approvalId)).activeInteraction).toBeNull()
})

test('claim, release, assign and comment follow the permissions', async () => {
  const approvalId = await startApproval(supervisor)
  const press = (verb: string, as: typeof ana, body: unknown = {}) =>
    call(`/api/v1/cases/${approvalId}/${verb}`, { as, body })

  expectBody(await press('claim', ana))
  const held = (await readCase(ben, approvalId)).caseDetails
  expect(held).toMatchObject({ status: 'CLAIMED', assignee: [{ name: ana.name }] })
  expect(await press('claim', ben)).toMatchObject({ status: 409, body: { code: 'ALREADY_CLAIMED' } })
  expect(await press('claim', outsider)).toMatchObject({ status: 403, body: { code: 'NOT_IN_GROUP' } })
  expectBody(await press('release', ana))
  expect((await readCase(ben, approvalId)).caseDetails).toMatchObject({ status: 'OPEN', assignee: [] })
})

test.describe('the deadline', () => {
  const untilExpired = (approvalId: string) =>
    expect
      .poll(async () => (await readCase(ana, approvalId)).caseDetails.status, { timeout: 20_000 })
      .toBe('EXPIRED')

  for (const [action, decision] of [
    ['reject', 'rejected'],
    ['approve', 'approved'],
  ] as const)
    test(`that passes is EXPIRED with the action ${action}, not a person's decision`, async () => {
      const approvalId = await startApproval(supervisor, { deadlineMs: 1_000, onDeadline: { action } })
      await untilExpired(approvalId)
      expect((await readCase(ana, approvalId)).caseDetails.caseData).toMatchObject({
        decision: { decision, by: null, via: 'deadline' },
      })
      const late = await decide(ana, approvalId, { decision: 'approved' })
      expect(late.status).toBe(409)
      await expectRowEqualsWorkflow(approvalId)
    })

  test('can escalate to another group with the same time', async () => {
    const approvalId = await startApproval(supervisor, {
      deadlineMs: 1_500,
      onDeadline: { action: 'escalate', group: 'finance' },
    })
    await expect
      .poll(async () => (await readCase(ana, approvalId)).activityStream.map(({ code }) => code))
      .toContain('escalated')
    await untilExpired(approvalId)
  })
})
