import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { parseMentions } from '@/temporal/contract/cases/mentions'
import type { ApprovalRequest } from '@/temporal/contract/schemas/approval'
import { getRateLimiter } from '../platform/http/rate-limit-store'
import { RATE_LIMITS } from '../platform/http/rate-limiter'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { answerInteraction } from './answer-interaction'
import { assignCase } from './assign-case'
import { claimCase } from './claim-case'
import { commentCase } from './comment-case'
import { decideCase } from './decide-case'
import { readCase } from './read-case'
import { releaseCase } from './release-case'
import { startApproval } from './start-approval'

let web: TestWeb
const supervisor = createActor('supervisor')
const ana = { ...createActor('agent'), name: 'Ana Ruiz' }
const ben = { ...createActor('agent'), name: 'Ben Okoye' }
const outsider = createActor('agent', ['finance'])
const customer = createActor('customer', [])

const request = (more: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  title: 'Refund 412.50',
  group: 'risk',
  priority: 0,
  prompt: undefined,
  ...more,
})
const asked = async (by: Actor = supervisor, more: Partial<ApprovalRequest> = {}): Promise<string> => {
  const started = await startApproval(web.as(by), { idempotencyKey: randomUUID(), approval: request(more) })
  return started.approval.caseId
}
const approve = (actor: Actor | null, caseId: string, comment?: string) =>
  decideCase(web.as(actor), { caseId, decision: 'approved', comment })
const press = () => ({ requestKey: randomUUID() })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('the first decision', () => {
  it('wins: of 30 different agents one decides and 29 are told who', async () => {
    const caseId = await asked()
    const agents = Array.from({ length: 30 }, () => createActor('agent'))
    const answers = await Promise.allSettled(agents.map((agent) => approve(agent, caseId)))
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? answer.reason : []))
    expect(won).toHaveLength(1)
    expect(won[0]).toMatchObject({ caseId, status: 'APPROVED' })
    for (const refusal of lost)
      expect(refusal).toMatchObject({ code: 'ALREADY_DECIDED', details: { decision: won[0]?.decision } })
  })

  it('sent 20 times by one agent is one decision with 20 equal answers, also after the case has closed', async () => {
    const caseId = await asked()
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

  it('is never confirmed to who sent another one', async () => {
    const caseId = await asked()
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

describe('a decision', () => {
  it('on an order is made on its open approval, and the order goes on', async () => {
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

  it('on an order that never asked is refused', async () => {
    const { orderId } = await web.placed('MUG-BLUE', 'COMPLETED')
    await expect(approve(ana, orderId)).rejects.toMatchObject({ code: 'CASE_CLOSED' })
  })

  it('is for members of the group, never for who asked', async () => {
    const caseId = await asked(ana)
    await expect(approve(outsider, caseId)).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
    await expect(approve(ana, caseId)).rejects.toMatchObject({ code: 'OWN_REQUEST' })
    await expect(approve(customer, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(approve(null, caseId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await approve(ben, caseId)
  })

  it('to reject says why', async () => {
    const caseId = await asked()
    await expect(decideCase(web.as(ana), { caseId, decision: 'rejected' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    })
  })

  it('on what was read before is refused when the case has moved on', async () => {
    const caseId = await asked()
    const { version } = (await readCase(web.as(ana), { caseId })).caseDetails
    await commentCase(web.as(ben), { caseId, ...press(), text: 'Look at the address' })
    const stale = { caseId, decision: 'approved', expectedVersion: version } as const
    await expect(decideCase(web.as(ana), stale)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' })
    const other = { caseId, decision: 'approved', interactionId: 'another' } as const
    await expect(decideCase(web.as(ana), other)).rejects.toMatchObject({ code: 'INTERACTION_MISMATCH' })
  })

  it('after the deadline is told that the deadline decided', async () => {
    const caseId = await asked(supervisor, { deadlineMs: 300, onDeadline: { action: 'reject' } })
    await waitUntil(async () => (await readCase(web.as(ana), { caseId })).caseDetails.status === 'EXPIRED')
    await expect(approve(ana, caseId)).rejects.toMatchObject({
      code: 'ALREADY_DECIDED',
      details: { decision: { by: null, via: 'deadline' } },
    })
  })
})

describe('an interaction', () => {
  it('is answered once', async () => {
    const caseId = await asked()
    const { activeInteraction } = await readCase(web.as(ana), { caseId })
    const interactionId = activeInteraction?.interactionId ?? ''
    const answer = (actor: Actor) =>
      answerInteraction(web.as(actor), { caseId, interactionId, response: { action: 'approved' } })
    expect(await answer(ana)).toMatchObject({ status: 'APPROVED' })
    for (const actor of [ana, ben])
      await expect(answer(actor)).rejects.toMatchObject({ code: 'INTERACTION_MISMATCH' })
  })

  it('that nobody asked is not answered', async () => {
    const caseId = await asked()
    const answer = { caseId, interactionId: 'another', response: { action: 'approved' as const } }
    await expect(answerInteraction(web.as(ana), answer)).rejects.toMatchObject({
      code: 'INTERACTION_MISMATCH',
      details: { interactionId: expect.stringContaining(caseId) },
    })
  })
})

describe('a case', () => {
  it('is claimed, released and commented by the rules, and each reply shows the new state', async () => {
    const caseId = await asked()
    const claimed = await claimCase(web.as(ana), { caseId, ...press() })
    expect(claimed).toMatchObject({
      status: 'CLAIMED',
      case: { caseDetails: { assignee: [{ id: ana.id }] } },
    })
    await expect(claimCase(web.as(ben), { caseId, ...press() })).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
      message: expect.stringContaining('Ana Ruiz'),
    })
    await expect(releaseCase(web.as(ben), { caseId, ...press() })).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
    })
    await expect(claimCase(web.as(outsider), { caseId, ...press() })).rejects.toMatchObject({
      code: 'NOT_IN_GROUP',
    })
    expect(await releaseCase(web.as(supervisor), { caseId, ...press() })).toMatchObject({ status: 'OPEN' })
    await expect(releaseCase(web.as(ana), { caseId, ...press() })).rejects.toMatchObject({
      code: 'NOT_CLAIMED',
    })
  })

  it('takes one press once, and two presses twice', async () => {
    const caseId = await asked()
    const once = { caseId, requestKey: 'a press', text: 'Once' }
    await Promise.all([1, 2, 3].map(() => commentCase(web.as(ana), once)))
    const reply = await commentCase(web.as(ana), { caseId, requestKey: 'another press', text: 'Once' })
    expect(reply.case?.activityStream.filter(({ code }) => code === 'commented')).toHaveLength(2)
  })

  it('calls colleagues who joined a moment ago, and nobody else', async () => {
    const caseId = await asked()
    const call = (id: string) =>
      commentCase(web.as(ana), { caseId, ...press(), text: 'Please look', mentions: [{ id }] })
    const before = await web.addStaff('agent')
    await call(before.id)
    const later = await web.addStaff('agent')
    const reply = await call(later.id)
    expect(parseMentions(reply.case?.activityStream.at(-1)?.params ?? {})).toEqual([
      { id: later.id, name: later.name },
    ])
    await expect(call('nobody')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('is talked about without a bound, but colleagues are called so many times only', async () => {
    const [caseId, colleague] = await Promise.all([asked(), web.addStaff('agent')])
    const eager = createActor('agent')
    const say = (mentions?: { id: string }[]) =>
      commentCase(web.as(eager), { caseId, ...press(), text: 'Look', ...(mentions && { mentions }) })
    const limiter = getRateLimiter(web.as(eager).runtime)
    const key = `mention:${eager.id}`
    for (let called = 1; called < RATE_LIMITS.mention.max; called++)
      await limiter.hit(key, RATE_LIMITS.mention)
    await say([{ id: colleague.id }])
    await expect(say([{ id: colleague.id }])).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await expect(say()).resolves.toMatchObject({ caseId })
  })

  it('is assigned to staff of the asked group only', async () => {
    const [caseId, member, stranger] = await Promise.all([
      asked(),
      web.addStaff('agent'),
      web.addStaff('agent', ['finance']),
    ])
    const assign = (actor: Actor, assigneeId: string) =>
      assignCase(web.as(actor), { caseId, ...press(), assigneeId })
    expect(await assign(supervisor, member.id)).toMatchObject({
      status: 'CLAIMED',
      case: { caseDetails: { assignee: [{ id: member.id, name: member.name }] } },
    })
    for (const id of [stranger.id, 'nobody'])
      await expect(assign(supervisor, id)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { errors: [{ path: 'assigneeId' }] },
      })
    await expect(assign(outsider, member.id)).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
  })

  it('that is closed refuses every touch and names who decided', async () => {
    const caseId = await asked()
    await approve(ana, caseId)
    const touches = [
      claimCase(web.as(ben), { caseId, ...press() }),
      releaseCase(web.as(ben), { caseId, ...press() }),
      commentCase(web.as(ben), { caseId, ...press(), text: 'Too late' }),
    ]
    for (const touch of await Promise.allSettled(touches))
      expect(touch).toMatchObject({
        status: 'rejected',
        reason: { code: 'ALREADY_DECIDED', message: expect.stringContaining('Ana Ruiz') },
      })
  })
})

describe('an approval of its own', () => {
  it('is started once for each key, and refused under the key with another body', async () => {
    const idempotencyKey = randomUUID()
    const start = (more: Partial<ApprovalRequest> = {}) =>
      startApproval(web.as(supervisor), { idempotencyKey, approval: request(more) })
    const answers = await Promise.all(Array.from({ length: 20 }, () => start()))
    expect(new Set(answers.map(({ approval }) => approval.caseId)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    await expect(start({ title: 'Another' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await approve(ana, answers[0]?.approval.caseId ?? '')
    expect(await start()).toEqual({ approval: answers[0]?.approval, replayed: true })
  })

  it('asks a group that is there, of staff, before a deadline that is to come', async () => {
    await expect(asked(customer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const faults: [Partial<ApprovalRequest>, string][] = [
      [{ group: 'nowhere' }, 'group'],
      [{ onDeadline: { action: 'escalate', group: 'nowhere' } }, 'onDeadline.group'],
      [{ deadlineAt: '2020-01-01T00:00:00Z' }, 'deadlineAt'],
    ]
    for (const [more, path] of faults)
      await expect(asked(supervisor, more)).rejects.toMatchObject({ details: { errors: [{ path }] } })
  })
})
