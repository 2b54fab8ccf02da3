import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DecideInput } from '../contract/cases/approval'
import type { WorkflowView } from '../contract/cases/case'
import { toWorkflowId } from '../contract/cases/case-ids'
import { isAppError } from '../contract/errors'
import type { UpdateName } from '../contract/temporal-names'
import { agent, startApproval, UNKNOWN_CASE_ID } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { queryView } from './case-handle'
import { executeUpdate, type UpdateOutcome } from './execute-update'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
}, 30_000)
afterAll(() => stack.stop(), 20_000)

/** The view, however busy the machine is. */
const readView = (caseId: string): Promise<WorkflowView> =>
  vi.waitFor(() => queryView(stack.temporal, caseId), { timeout: 10_000 })

/** Sends an update as a page does: one that is pending is sent again under the same id. */
const update = async (
  caseId: string,
  name: UpdateName,
  input: unknown,
  updateId: string,
): Promise<UpdateOutcome> => {
  for (let tries = 0; tries < 5; tries++) {
    const outcome = await executeUpdate(stack.temporal, { caseId, name, input, updateId })
    if (outcome.kind !== 'pending') return outcome
  }
  throw new Error('This update stays pending')
}

const decision = (by: string, decided: DecideInput['decision'] = 'approved'): DecideInput => ({
  actor: agent(by),
  decision: decided,
  comment: 'because',
})
const decide = (caseId: string, by: string, decided?: DecideInput['decision']) =>
  update(caseId, 'decide', decision(by, decided), `decide:${by}`)

describe('executeUpdate', () => {
  it('returns the new view', async () => {
    const caseId = await startApproval(stack)
    const outcome = await update(caseId, 'claim', { actor: agent('ann') }, 'claim:1')
    expect(outcome).toMatchObject({ kind: 'done', view: { state: 'CLAIMED', assignee: { id: 'ann' } } })
  })

  it("throws the workflow's refusal with its code", async () => {
    const caseId = await startApproval(stack)
    const stranger = { ...agent('sam'), groups: ['finance'] }
    const input = { actor: stranger, decision: 'approved', comment: null }
    await expect(update(caseId, 'decide', input, 'x')).rejects.toMatchObject({
      name: 'AppError',
      code: 'NOT_IN_GROUP',
    })
  })

  it('distinguishes a closed case from one that does not exist', async () => {
    const caseId = await startApproval(stack)
    await decide(caseId, 'ann')
    await stack.client.workflow.getHandle(toWorkflowId(caseId)).result()
    expect(await decide(caseId, 'bob')).toEqual({ kind: 'closed' })
    await expect(decide(UNKNOWN_CASE_ID, 'bob')).rejects.toMatchObject({
      name: 'AppError',
      code: 'NOT_FOUND',
    })
  })

  it('returns the same result for one update id that is sent twenty times', async () => {
    const caseId = await startApproval(stack)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        update(caseId, 'comment', { actor: agent('ann'), text: 'hm' }, 'comment:1'),
      ),
    )
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ kind: 'done' })
    expect((await readView(caseId)).stream.filter(({ code }) => code === 'commented')).toHaveLength(1)
  })

  it('applies 50 different updates of one case at once, of which Temporal runs ten at a time', async () => {
    const caseId = await startApproval(stack)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        update(caseId, 'comment', { actor: agent(`a${i}`), text: `comment ${i}` }, `comment:${i}`),
      ),
    )
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(50)
    const { stream } = await readView(caseId)
    expect(stream.filter(({ code }) => code === 'commented')).toHaveLength(50)
  }, 40_000)

  it('gives each of 50 agents who decide at once a result: one wins, the others are refused', async () => {
    const caseId = await startApproval(stack)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        decide(caseId, `a${i}`, i % 2 ? 'approved' : 'rejected').then(
          ({ kind }) => kind,
          (error: unknown) => (isAppError(error) ? error.code : error),
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    const refused = answers.filter((answer) => answer === 'ALREADY_DECIDED' || answer === 'closed')
    expect(refused).toHaveLength(49)
  }, 40_000)
})

describe('without a worker', () => {
  it('a query is refused and an update is pending, and is applied once a worker is back', async () => {
    const caseId = await startApproval(stack)
    await readView(caseId)
    await stack.stopWorkers()
    await expect(queryView(stack.temporal, caseId)).rejects.toMatchObject({
      name: 'AppError',
      code: 'TEMPORAL_UNAVAILABLE',
    })
    expect(
      await executeUpdate(stack.temporal, {
        caseId,
        name: 'decide',
        input: decision('ann'),
        updateId: 'decide:ann',
      }),
    ).toEqual({
      kind: 'pending',
    })
    await stack.startWorker()
    await vi.waitUntil(
      async () => (await queryView(stack.temporal, caseId).catch(() => null))?.state === 'APPROVED',
      {
        timeout: 15_000,
      },
    )
  }, 40_000)
})
