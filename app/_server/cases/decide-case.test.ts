import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import type { ApprovalRequest } from '@/temporal/contract/schemas/approval-request'
import { openTestApproval, testApprovalRequest } from '../testing/open-test-approval'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { answerInteraction } from './answer-interaction'
import { commentCase } from './comment-case'
import { decideCase } from './decide-case'
import { readCase } from './read-case'
import { startApproval } from './start-approval'

let web: TestWeb
const supervisor = createActor('supervisor')
const ana = { ...createActor('agent'), name: 'Ana Ruiz' }
const ben = { ...createActor('agent'), name: 'Ben Okoye' }
const outsider = createActor('agent', ['finance'])
const customer = createActor('customer', [])

const open = (by: Actor = supervisor, more: Partial<ApprovalRequest> = {}) => openTestApproval(web, by, more)
const approve = (actor: Actor | null, caseId: string, comment?: string) =>
  decideCase(web.as(actor), { caseId, decision: 'approved', comment })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('decideCase with concurrent decisions', () => {
  it('accepts one of 30 concurrent decisions and tells the other agents who decided', async () => {
    const caseId = await open()
    const agents = Array.from({ length: 30 }, () => createActor('agent'))
    const answers = await Promise.allSettled(agents.map((agent) => approve(agent, caseId)))
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? answer.reason : []))
    expect(won).toHaveLength(1)
    expect(won[0]).toMatchObject({ caseId, status: 'APPROVED' })
    for (const refusal of lost)
      expect(refusal).toMatchObject({ code: 'ALREADY_DECIDED', details: { decision: won[0]?.decision } })
  })

  it('returns equal responses to 20 identical decisions of one agent, also after the case has closed', async () => {
    const caseId = await open()
    const answers = await Promise.all(Array.from({ length: 20 }, () => approve(ana, caseId, 'Known')))
    await waitUntil(async () => (await readCase(web.as(ana), { caseId })).source === 'snapshot')
    answers.push(await approve(ana, caseId, 'Known'))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({
      status: 'APPROVED',
      message: expect.stringMatching(/^Ana Ruiz approved this at 20/),
      decision: { by: { id: ana.id, name: 'Ana Ruiz' }, comment: 'Known', via: 'person' },
      case: { caseDetails: { status: 'APPROVED' }, activeInteraction: null },
    })
  })

  it('refuses every other decision after the first', async () => {
    const caseId = await open()
    await approve(ana, caseId, 'Known')
    const others = [
      decideCase(web.as(ana), { caseId, decision: 'rejected', comment: 'No, wait' }),
      approve(ana, caseId, 'Unknown'),
      approve(ben, caseId, 'Known'),
    ]
    for (const other of await Promise.allSettled(others))
      expect(other).toMatchObject({
        status: 'rejected',
        reason: { code: 'ALREADY_DECIDED', message: expect.stringContaining('Ana Ruiz approved this at') },
      })
  })
})

describe('decideCase', () => {
  it('decides the open approval of an order, and the order continues', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const view = await waitUntil(async () => {
      const read = await readCase(web.as(ana), { caseId: orderId })
      return read.activeInteraction && read
    })
    expect(view.activeInteraction?.submitUrl).toMatch(/^\/api\/v1\/responses\/apr_/)
    const reply = await approve(ana, orderId)
    expect(reply).toMatchObject({ caseId: orderId, status: 'APPROVED' })
    await web.untilOrder(orderId, 'COMPLETED')
    expect(await approve(ana, orderId)).toEqual(reply)
    await expect(approve(ben, orderId)).rejects.toMatchObject({ code: 'ALREADY_DECIDED' })
  })

  it('refuses a decision on an order without an approval', async () => {
    const { orderId } = await web.placed('MUG-BLUE', 'COMPLETED')
    await expect(approve(ana, orderId)).rejects.toMatchObject({ code: 'CASE_CLOSED' })
  })

  it('accepts decisions of group members only, never of the requester', async () => {
    const caseId = await open(ana)
    await expect(approve(outsider, caseId)).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
    await expect(approve(ana, caseId)).rejects.toMatchObject({ code: 'OWN_REQUEST' })
    await expect(approve(customer, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(approve(null, caseId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await approve(ben, caseId)
  })

  it('requires a reason to reject', async () => {
    const caseId = await open()
    await expect(decideCase(web.as(ana), { caseId, decision: 'rejected' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    })
  })

  it('refuses a decision on an outdated version or another interaction', async () => {
    const caseId = await open()
    const { version } = (await readCase(web.as(ana), { caseId })).caseDetails
    await commentCase(web.as(ben), { caseId, requestKey: 'k', text: 'Look at the address' })
    const stale = { caseId, decision: 'approved', expectedVersion: version } as const
    await expect(decideCase(web.as(ana), stale)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' })
    const other = { caseId, decision: 'approved', interactionId: 'another' } as const
    await expect(decideCase(web.as(ana), other)).rejects.toMatchObject({ code: 'INTERACTION_MISMATCH' })
  })

  it('reports after the deadline that the deadline decided', async () => {
    const caseId = await open(supervisor, { deadlineMs: 300, onDeadline: { action: 'reject' } })
    await waitUntil(async () => (await readCase(web.as(ana), { caseId })).caseDetails.status === 'EXPIRED')
    await expect(approve(ana, caseId)).rejects.toMatchObject({
      code: 'ALREADY_DECIDED',
      details: { decision: { by: null, via: 'deadline' } },
    })
  })
})

describe('answerInteraction', () => {
  it('accepts one response', async () => {
    const caseId = await open()
    const { activeInteraction } = await readCase(web.as(ana), { caseId })
    const interactionId = activeInteraction?.interactionId ?? ''
    const answer = (actor: Actor) =>
      answerInteraction(web.as(actor), { caseId, interactionId, response: { action: 'approved' } })
    expect(await answer(ana)).toMatchObject({ status: 'APPROVED' })
    for (const actor of [ana, ben])
      await expect(answer(actor)).rejects.toMatchObject({ code: 'INTERACTION_MISMATCH' })
  })

  it('refuses a response to an unknown interaction', async () => {
    const caseId = await open()
    const answer = { caseId, interactionId: 'another', response: { action: 'approved' as const } }
    await expect(answerInteraction(web.as(ana), answer)).rejects.toMatchObject({
      code: 'INTERACTION_MISMATCH',
      details: { interactionId: expect.stringContaining(caseId) },
    })
  })
})

describe('startApproval', () => {
  it('starts one approval for each key, and refuses another body with the same key', async () => {
    const idempotencyKey = randomUUID()
    const start = (more: Partial<ApprovalRequest> = {}) =>
      startApproval(web.as(supervisor), { idempotencyKey, approval: testApprovalRequest(more) })
    const answers = await Promise.all(Array.from({ length: 20 }, () => start()))
    expect(new Set(answers.map(({ approval }) => approval.caseId)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    await expect(start({ title: 'Another' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await approve(ana, answers[0]?.approval.caseId ?? '')
    expect(await start()).toEqual({ approval: answers[0]?.approval, replayed: true })
  })

  it('requires staff, an existing group and a deadline in the future', async () => {
    await expect(open(customer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const invalid: [Partial<ApprovalRequest>, string][] = [
      [{ group: 'nowhere' }, 'group'],
      [{ onDeadline: { action: 'escalate', group: 'nowhere' } }, 'onDeadline.group'],
      [{ deadlineAt: '2020-01-01T00:00:00Z' }, 'deadlineAt'],
    ]
    for (const [more, path] of invalid)
      await expect(open(supervisor, more)).rejects.toMatchObject({ details: { errors: [{ path }] } })
  })
})
