import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../../db/seed-catalogue'
import type { UpdateActor } from '../../contract/cases/approval'
import { UPDATES } from '../../contract/temporal-names'
import { agent, startApproval } from '../../testing/test-cases'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import { decide, queryApproval, update, waitForEnd, waitUntil } from '../../testing/wait-for-case'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
  await seedCatalogue(stack.db)
})
afterAll(() => stack.stop())

const claim = (approvalId: string, actor: UpdateActor) => update(stack, approvalId, UPDATES.claim, { actor })
const release = (approvalId: string, actor: UpdateActor) =>
  update(stack, approvalId, UPDATES.release, { actor })

describe('claiming', () => {
  it('assigns an approval to one agent and refuses the next, naming the first', async () => {
    const id = await startApproval(stack)
    await claim(id, agent('ana'))
    await expect(claim(id, agent('ben'))).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
      message: 'Agent ana has claimed this',
    })
    expect(await queryApproval(stack, id)).toMatchObject({ state: 'CLAIMED', assignee: { id: 'ana' } })
  })

  it('changes nothing when the assignee claims again', async () => {
    const id = await startApproval(stack)
    await claim(id, agent('ana'))
    const { version } = await queryApproval(stack, id)
    await claim(id, agent('ana'))
    expect((await queryApproval(stack, id)).version).toBe(version)
  })

  it('is refused to agents of another group', async () => {
    const id = await startApproval(stack)
    await expect(claim(id, agent('fin', 'finance'))).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
  })

  it('is released by the assignee or a supervisor only', async () => {
    const id = await startApproval(stack)
    await expect(release(id, agent('ana'))).rejects.toMatchObject({ code: 'NOT_CLAIMED' })
    await claim(id, agent('ana'))
    await expect(release(id, agent('ben'))).rejects.toMatchObject({ code: 'ALREADY_CLAIMED' })
    await release(id, agent('sue', 'finance', true))
    expect(await queryApproval(stack, id)).toMatchObject({ state: 'OPEN', assignee: null })
  })

  it('can be assigned by a member to a member, not to an outsider', async () => {
    const id = await startApproval(stack)
    const [actor, assignee] = [agent('ana'), agent('ben')]
    await update(stack, id, UPDATES.assign, { actor, assignee })
    expect(await queryApproval(stack, id)).toMatchObject({ state: 'CLAIMED', assignee: { id: 'ben' } })
    const outsider = agent('fin', 'finance')
    await expect(update(stack, id, UPDATES.assign, { actor, assignee: outsider })).rejects.toMatchObject({
      code: 'NOT_IN_GROUP',
    })
  })
})

describe('deciding', () => {
  it('accepts the first of fifty decisions and names the decider to the others', async () => {
    const id = await startApproval(stack)
    const deciders = Array.from({ length: 50 }, (_, i) => agent(`a${i}`))
    const answers = await Promise.allSettled(
      deciders.map((actor) => decide(stack, id, { actor, decision: 'approved' })),
    )
    const view = await waitUntil(() => queryApproval(stack, id))
    const won = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.kind === 'done')
    expect(won).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue
      expect(answer.reason).toMatchObject({ code: 'ALREADY_DECIDED', details: { decision: view.decision } })
    }
  })

  it('requires a reason for a rejection', async () => {
    const id = await startApproval(stack)
    await expect(decide(stack, id, { decision: 'rejected' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    })
    await expect(decide(stack, id, { decision: 'rejected', comment: '  ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    })
  })

  it('is refused to the requester and to other groups, whatever their role', async () => {
    const id = await startApproval(stack)
    const requester = agent('requester')
    await expect(decide(stack, id, { actor: requester, decision: 'approved' })).rejects.toMatchObject({
      code: 'OWN_REQUEST',
    })
    const supervisor = agent('sue', 'finance', true)
    await expect(decide(stack, id, { actor: supervisor, decision: 'approved' })).rejects.toMatchObject({
      code: 'NOT_IN_GROUP',
    })
  })

  it('is refused for another interaction or another version', async () => {
    const id = await startApproval(stack)
    const { version, interaction } = await waitUntil(() => queryApproval(stack, id))
    const other = { decision: 'approved' as const, interactionId: `${id}:9` }
    await expect(decide(stack, id, other)).rejects.toMatchObject({ code: 'INTERACTION_MISMATCH' })
    const stale = { decision: 'approved' as const, expectedVersion: version + 5 }
    await expect(decide(stack, id, stale)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' })
    const right = { decision: 'approved' as const, expectedVersion: version }
    const done = await decide(stack, id, { ...right, interactionId: interaction?.interactionId ?? '' })
    expect(done).toMatchObject({ kind: 'done', view: { state: 'APPROVED' } })
  })

  it('refuses malformed input and keeps the run healthy', async () => {
    const id = await startApproval(stack)
    for (const input of [undefined, null, 7, {}, { actor: { id: 1 } }]) {
      await expect(update(stack, id, UPDATES.decide, input)).rejects.toBeTruthy()
    }
    expect(await decide(stack, id, { decision: 'approved' })).toMatchObject({ kind: 'done' })
  })
})

describe('the deadline', () => {
  it('closes as expired with a decision that no person made', async () => {
    const id = await startApproval(stack, { deadlineMs: 100, onDeadline: { action: 'approve' } })
    await waitForEnd(stack, `approval:${id}`)
    expect(await queryApproval(stack, id)).toMatchObject({
      state: 'EXPIRED',
      decision: { decision: 'approved', by: null, via: 'deadline' },
    })
  })

  it('escalates to the other group with a new interaction', async () => {
    const id = await startApproval(stack, {
      deadlineMs: 1_500,
      onDeadline: { action: 'escalate', group: 'finance' },
    })
    const first = await waitUntil(() => queryApproval(stack, id))
    const second = await waitUntil(async () => {
      const view = await queryApproval(stack, id)
      return view.group === 'finance' && view
    })
    expect(second).toMatchObject({ state: 'OPEN', assignee: null, round: 2 })
    expect(second.stream.at(-1)).toMatchObject({
      code: 'escalated',
      params: { from: 'risk', to: 'finance', dueFrom: first.dueAt, dueTo: second.dueAt },
    })
    expect(second.interaction?.interactionId).not.toBe(first.interaction?.interactionId)
    await expect(decide(stack, id, { decision: 'approved' })).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
    const member = agent('fin', 'finance')
    expect(await decide(stack, id, { actor: member, decision: 'approved' })).toMatchObject({ kind: 'done' })
  })

  it('refuses a later decision, even when no worker ran at the deadline', async () => {
    const id = await startApproval(stack, { deadlineMs: 1_500 })
    const { dueAt } = await waitUntil(() => queryApproval(stack, id))
    await stack.stopWorkers()
    await waitUntil(async () => Date.now() > Date.parse(dueAt ?? '') && true)
    const late = decide(stack, id, { decision: 'approved' })
    await stack.startWorker()
    const answer = await late.then(
      (outcome) => outcome.kind,
      (error: { code: string }) => error.code,
    )
    // Refused, or pending while the worker starts; never accepted.
    expect(['DEADLINE_PASSED', 'ALREADY_DECIDED', 'closed', 'pending']).toContain(answer)
    await waitForEnd(stack, `approval:${id}`)
    expect(await queryApproval(stack, id)).toMatchObject({ state: 'EXPIRED', decision: { by: null } })
  })

  it('is preceded by one reminder', async () => {
    const id = await startApproval(stack, { reminderMs: 50 })
    const view = await waitUntil(async () => {
      const found = await queryApproval(stack, id)
      return found.remindAt === null && found
    })
    expect(view.stream.map(({ code }) => code)).toContain('reminded')
  })
})

describe('a stream entry', () => {
  it('records the values before and after the change', async () => {
    const id = await startApproval(stack, {
      deadlineMs: 60_000,
      onDeadline: { action: 'escalate', group: 'finance' },
    })
    const assign = (actor: UpdateActor, assignee: UpdateActor) =>
      update(stack, id, UPDATES.assign, { actor, assignee })
    await assign(agent('ana'), agent('ben'))
    await assign(agent('ana'), agent('eve'))
    await release(id, agent('sue', 'risk', true))
    const { stream } = await queryApproval(stack, id)
    expect(stream.slice(1).map(({ code, params }) => ({ code, ...params }))).toEqual([
      {
        code: 'assigned',
        assignee: 'Agent ben',
        from: '',
        fromId: '',
        stateFrom: 'OPEN',
        stateTo: 'CLAIMED',
      },
      { code: 'assigned', assignee: 'Agent eve', from: 'Agent ben', fromId: 'ben' },
      { code: 'released', holder: 'Agent eve', holderId: 'eve', stateFrom: 'CLAIMED', stateTo: 'OPEN' },
    ])
  })
})
