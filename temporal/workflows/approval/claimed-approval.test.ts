import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UpdateActor } from '../../contract/cases/approval'
import { toWorkflowId } from '../../contract/cases/case-ids'
import { UPDATES } from '../../contract/temporal-names'
import { agent, startApproval } from '../../testing/test-cases'
import { startTestStack, type TestStack, testBundle } from '../../testing/test-stack'
import { decide, queryApproval, update, waitUntil } from '../../testing/wait-for-case'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
})
afterAll(() => stack.stop())

const claim = (id: string, actor: UpdateActor) => update(stack, id, UPDATES.claim, { actor })

describe('a claimed approval', () => {
  const takeOver = (id: string, actor: UpdateActor) => update(stack, id, UPDATES.takeOver, { actor })

  it('is decided by its holder or a supervisor; others are told who holds it since when', async () => {
    for (const [actor, isAllowed] of [
      [agent('ben'), false],
      [agent('ana'), true],
      [agent('sue', 'risk', true), true],
    ] as const) {
      const id = await startApproval(stack)
      await claim(id, agent('ana'))
      const { claimedAt } = await queryApproval(stack, id)
      const answer = decide(stack, id, { actor, decision: 'approved' })
      if (isAllowed) expect(await answer).toMatchObject({ kind: 'done', view: { state: 'APPROVED' } })
      else
        await expect(answer).rejects.toMatchObject({
          code: 'CLAIMED_BY_ANOTHER',
          message: 'Agent ana has claimed this; take it over first',
          details: { assignee: { id: 'ana', name: 'Agent ana' }, since: claimedAt },
        })
    }
  })

  it('is taken over by a member, once more by the next, and then decided', async () => {
    const id = await startApproval(stack)
    await claim(id, agent('ana'))
    await takeOver(id, agent('ben'))
    await expect(decide(stack, id, { decision: 'approved' })).rejects.toMatchObject({
      code: 'CLAIMED_BY_ANOTHER',
    })
    await takeOver(id, agent('ana'))
    const { stream, assignee } = await queryApproval(stack, id)
    expect(assignee).toEqual({ id: 'ana', name: 'Agent ana' })
    expect(stream.slice(-2)).toMatchObject([
      { code: 'takenOver', params: { holder: 'Agent ana', holderId: 'ana' }, sender: { id: 'ben' } },
      { code: 'takenOver', params: { holder: 'Agent ben', holderId: 'ben' }, sender: { id: 'ana' } },
    ])
    expect(await decide(stack, id, { decision: 'approved' })).toMatchObject({ kind: 'done' })
  })

  it('is not taken over by its requester or by an outsider; one that nobody holds is claimed', async () => {
    const id = await startApproval(stack)
    await expect(takeOver(id, agent('requester'))).rejects.toMatchObject({ code: 'OWN_REQUEST' })
    await expect(takeOver(id, agent('fin', 'finance'))).rejects.toMatchObject({ code: 'NOT_IN_GROUP' })
    await takeOver(id, agent('ben'))
    await takeOver(id, agent('ben'))
    const { stream, claimedAt } = await queryApproval(stack, id)
    expect(stream.slice(1).map(({ code }) => code)).toEqual(['claimed'])
    expect(claimedAt).toBe(stream.at(-1)?.timestamp)
  })

  it('is never decided over its holder, whatever arrives together', async () => {
    const id = await startApproval(stack)
    const members = Array.from({ length: 10 }, (_, i) => agent(`m${i}`))
    await Promise.allSettled(
      members.flatMap((actor, i) => [
        i % 2 ? claim(id, actor) : takeOver(id, actor),
        decide(stack, id, { actor, decision: 'approved' }),
      ]),
    )
    const { decision, assignee } = await queryApproval(stack, id)
    if (decision && assignee) expect(decision.by?.id).toBe(assignee.id)
  })

  it('is not decided by an update that was accepted together with the claim, also on replay', async () => {
    const id = await startApproval(stack)
    await waitUntil(() => queryApproval(stack, id))
    await stack.stopWorkers()
    const claimed = claim(id, agent('ana'))
    const hasArrived = async () => {
      const { raw } = await stack.client.workflow.getHandle(toWorkflowId(id)).describe()
      return raw.pendingWorkflowTask !== null
    }
    await waitUntil(hasArrived)
    const decided = decide(stack, id, { actor: agent('ben'), decision: 'approved' })
    await stack.startWorker()
    // On a busy machine the worker may answer after the client has given up: then the outcome is pending.
    const [, answer] = await Promise.allSettled([claimed, decided])
    if (answer?.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'CLAIMED_BY_ANOTHER' })
    else expect(answer?.value.kind).toBe('pending')
    const { decision } = await waitUntil(async () => {
      const view = await queryApproval(stack, id)
      return view.assignee?.id === 'ana' && view
    })
    expect(decision).toBeNull()
    const history = await stack.client.workflow.getHandle(toWorkflowId(id)).fetchHistory()
    const workflowBundle = await testBundle()
    await expect(Worker.runReplayHistory({ workflowBundle }, history)).resolves.toBeUndefined()
  })
})
