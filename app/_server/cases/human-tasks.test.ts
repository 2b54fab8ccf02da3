import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { parseMentions } from '@/temporal/contract/cases/mentions'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { openTestApproval } from '../testing/open-test-approval'
import { createActor, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { answerInteraction } from './answer-interaction'
import { assignCase } from './assign-case'
import { claimCase } from './claim-case'
import { commentCase } from './comment-case'
import { decideCase } from './decide-case'
import { readCase } from './read-case'
import { releaseCase } from './release-case'
import { takeOverCase } from './take-over-case'

let web: TestWeb
const supervisor = createActor('supervisor')
const ana = { ...createActor('agent'), name: 'Ana Ruiz' }
const ben = { ...createActor('agent'), name: 'Ben Okoye' }
const outsider = createActor('agent', ['finance'])
const newKey = () => ({ requestKey: randomUUID() })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('human-task verbs', () => {
  it('claim and release by the permission rules and return the new state', async () => {
    const caseId = await openTestApproval(web, supervisor)
    const claimed = await claimCase(web.as(ana), { caseId, ...newKey() })
    expect(claimed).toMatchObject({
      status: 'CLAIMED',
      case: { caseDetails: { assignee: [{ id: ana.id }] } },
    })
    await expect(claimCase(web.as(ben), { caseId, ...newKey() })).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
      message: expect.stringContaining('Ana Ruiz'),
    })
    await expect(releaseCase(web.as(ben), { caseId, ...newKey() })).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
    })
    await expect(claimCase(web.as(outsider), { caseId, ...newKey() })).rejects.toMatchObject({
      code: 'NOT_IN_GROUP',
    })
    expect(await releaseCase(web.as(supervisor), { caseId, ...newKey() })).toMatchObject({ status: 'OPEN' })
    await expect(releaseCase(web.as(ana), { caseId, ...newKey() })).rejects.toMatchObject({
      code: 'NOT_CLAIMED',
    })
  })

  it('apply repeated requests with one key once, and with two keys twice', async () => {
    const caseId = await openTestApproval(web, supervisor)
    const once = { caseId, requestKey: 'key-1', text: 'Once' }
    await Promise.all([1, 2, 3].map(() => commentCase(web.as(ana), once)))
    const reply = await commentCase(web.as(ana), { caseId, requestKey: 'key-2', text: 'Once' })
    expect(reply.case?.activityStream.filter(({ code }) => code === 'commented')).toHaveLength(2)
  })

  it('mention colleagues who were added a moment ago, and refuse unknown ids', async () => {
    const caseId = await openTestApproval(web, supervisor)
    const mention = (id: string) =>
      commentCase(web.as(ana), { caseId, ...newKey(), text: 'Please look', mentions: [{ id }] })
    const before = await web.addStaff('agent')
    await mention(before.id)
    const later = await web.addStaff('agent')
    const reply = await mention(later.id)
    expect(parseMentions(reply.case?.activityStream.at(-1)?.params ?? {})).toEqual([
      { id: later.id, name: later.name },
    ])
    await expect(mention('nobody')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('limit mentions but not comments', async () => {
    const [caseId, colleague] = await Promise.all([openTestApproval(web, supervisor), web.addStaff('agent')])
    const eager = createActor('agent')
    const comment = (mentions?: { id: string }[]) =>
      commentCase(web.as(eager), { caseId, ...newKey(), text: 'Look', ...(mentions && { mentions }) })
    const limiter = getRateLimiter(web.as(eager).runtime)
    const key = `mention:${eager.id}`
    for (let count = 1; count < RATE_LIMITS.mention.max; count++) await limiter.hit(key, RATE_LIMITS.mention)
    await comment([{ id: colleague.id }])
    await expect(comment([{ id: colleague.id }])).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await expect(comment()).resolves.toMatchObject({ caseId })
  })

  it('assign to staff of the group only', async () => {
    const [caseId, member, nonMember] = await Promise.all([
      openTestApproval(web, supervisor),
      web.addStaff('agent'),
      web.addStaff('agent', ['finance']),
    ])
    const assign = (actor: Actor, assigneeId: string) =>
      assignCase(web.as(actor), { caseId, ...newKey(), assigneeId })
    expect(await assign(supervisor, member.id)).toMatchObject({
      status: 'CLAIMED',
      case: { caseDetails: { assignee: [{ id: member.id, name: member.name }] } },
    })
    for (const id of [nonMember.id, 'nobody'])
      await expect(assign(supervisor, id)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { errors: [{ path: 'assigneeId' }] },
      })
    await expect(assign(outsider, member.id)).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
  })

  it('let nobody but the holder, a supervisor or whoever takes it over decide a claimed case', async () => {
    const { orderId } = await web.placed('LAPTOP-14', 'AWAITING_APPROVAL')
    const approvalId = await waitUntil(async () => {
      const { caseDetails } = await readCase(web.as(ana), { caseId: orderId }).catch(() => ({
        caseDetails: null,
      }))
      return (
        caseDetails?.caseData &&
        'approval' in caseDetails.caseData &&
        caseDetails.caseData.approval?.approvalId
      )
    })
    const caseIds = [await openTestApproval(web, supervisor), approvalId]
    for (const caseId of caseIds) {
      await claimCase(web.as(ana), { caseId, ...newKey() })
      const { caseDetails, activeInteraction } = await readCase(web.as(ben), { caseId })
      const refusal = {
        code: 'CLAIMED_BY_ANOTHER',
        message: 'Ana Ruiz has claimed this; take it over first',
        details: {
          assignee: { id: ana.id, name: ana.name },
          since: (caseDetails.caseData as { claimedAt: string }).claimedAt,
        },
      }
      const token = { ...ben, principal: 'token:1' }
      for (const actor of [ben, token]) {
        const asked = caseId === approvalId ? [caseId, orderId] : [caseId]
        for (const id of asked)
          await expect(decideCase(web.as(actor), { caseId: id, decision: 'approved' })).rejects.toMatchObject(
            refusal,
          )
        await expect(
          answerInteraction(web.as(actor), {
            caseId,
            interactionId: activeInteraction?.interactionId ?? '',
            response: { action: 'approved' },
          }),
        ).rejects.toMatchObject(refusal)
      }
      expect(await takeOverCase(web.as(ben), { caseId, ...newKey() })).toMatchObject({
        status: 'CLAIMED',
        case: { caseDetails: { assignee: [{ id: ben.id }] } },
      })
      await expect(decideCase(web.as(ana), { caseId, decision: 'approved' })).rejects.toMatchObject({
        code: 'CLAIMED_BY_ANOTHER',
      })
      expect(await decideCase(web.as(ben), { caseId, decision: 'approved' })).toMatchObject({
        status: 'APPROVED',
      })
      await expect(decideCase(web.as(ana), { caseId, decision: 'approved' })).rejects.toMatchObject({
        code: 'ALREADY_DECIDED',
      })
    }
  })

  it('refuse every update of a closed case and name who decided', async () => {
    const caseId = await openTestApproval(web, supervisor)
    await decideCase(web.as(ana), { caseId, decision: 'approved' })
    const updates = [
      claimCase(web.as(ben), { caseId, ...newKey() }),
      releaseCase(web.as(ben), { caseId, ...newKey() }),
      takeOverCase(web.as(ben), { caseId, ...newKey() }),
      commentCase(web.as(ben), { caseId, ...newKey(), text: 'Too late' }),
    ]
    for (const update of await Promise.allSettled(updates))
      expect(update).toMatchObject({
        status: 'rejected',
        reason: { code: 'ALREADY_DECIDED', message: expect.stringContaining('Ana Ruiz') },
      })
  })
})
