/** The gateway against a real Temporal, worker and database; here because a client may not import its worker. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import type { DecideInput } from '../contract/cases/approval'
import type { WorkflowView } from '../contract/cases/case'
import { encodeCaseId, toWorkflowId } from '../contract/cases/case-ids'
import { isAppError } from '../contract/errors'
import { ORDER_TASK_QUEUE } from '../contract/temporal-names'
import { agent, approvalInput, orderInput, placeOrder, startApproval } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import type { UpdateOutcome } from './execute-update'
import type { TemporalGateway } from './gateway'

const NOWHERE = encodeCaseId('approval', new Uint8Array(26))
const MEMO = { title: 'Order 1: new', number: '1', submitter: 'Ada', currency: 'USD', requestHash: 'hash' }

let stack: TestStack
let gateway: TemporalGateway

beforeAll(async () => {
  stack = await startTestStack()
  gateway = stack.gateway
  await seedCatalogue(stack.db)
}, 30_000)
afterAll(() => stack.stop(), 20_000)

/** A view, however busy the machine is. */
const viewOf = (caseId: string): Promise<WorkflowView> =>
  vi.waitFor(() => gateway.queryView(caseId), { timeout: 10_000 })

/** An update as a page sends it: one that is pending is sent again under the same id. */
const update = async (...call: Parameters<TemporalGateway['executeUpdate']>): Promise<UpdateOutcome> => {
  for (let tries = 0; tries < 5; tries++) {
    const outcome = await gateway.executeUpdate(...call)
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

/** Code and details of the refusal that `call` ends with. */
const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    (value) => value,
    (reason: unknown) => reason,
  )
  if (!isAppError(error)) throw new Error('This was not refused', { cause: error })
  return { code: error.code, details: error.details }
}

describe('start', () => {
  it('starts one workflow for many simultaneous tries, and tells the first from the rest', async () => {
    const input = approvalInput()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => gateway.startApproval(input, MEMO)))
    expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'exists')).toHaveLength(49)
  })

  it('does not start a closed case again', async () => {
    const input = approvalInput()
    await gateway.startApproval(input, MEMO)
    await decide(input.approvalId, 'ann')
    await stack.client.workflow.getHandle(toWorkflowId(input.approvalId)).result()
    expect(await gateway.startApproval(input, MEMO)).toBe('exists')
  })

  it('keeps the memo, and has none for a case that never was', async () => {
    const input = orderInput()
    await gateway.startOrder(input, MEMO)
    expect(await gateway.getMemo(input.orderId)).toEqual(MEMO)
    expect(await gateway.getMemo(NOWHERE)).toBeNull()
  })
})

describe('queryView', () => {
  it('answers for an open and for a closed case', async () => {
    const caseId = await startApproval(gateway)
    expect(await viewOf(caseId)).toMatchObject({
      kind: 'approval',
      approvalId: caseId,
      state: 'OPEN',
    })
    await decide(caseId, 'ann')
    await vi.waitUntil(async () => (await viewOf(caseId)).state === 'APPROVED')
  })

  it('knows that a case never was', async () => {
    expect(await refusalOf(gateway.queryView(NOWHERE))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('update', () => {
  it('answers with the new view', async () => {
    const caseId = await startApproval(gateway)
    const outcome = await update(caseId, 'claim', { actor: agent('ann') }, 'press-1')
    expect(outcome).toMatchObject({ kind: 'done', view: { state: 'CLAIMED', assignee: { id: 'ann' } } })
  })

  it('passes on what the workflow refuses, with its code', async () => {
    const caseId = await startApproval(gateway)
    const stranger = { ...agent('sam'), groups: ['finance'] }
    const input = { actor: stranger, decision: 'approved', comment: null }
    expect(await refusalOf(update(caseId, 'decide', input, 'x'))).toMatchObject({
      code: 'NOT_IN_GROUP',
    })
  })

  it('tells a closed case from one that never was', async () => {
    const caseId = await startApproval(gateway)
    await decide(caseId, 'ann')
    await stack.client.workflow.getHandle(toWorkflowId(caseId)).result()
    expect(await decide(caseId, 'bob')).toEqual({ kind: 'closed' })
    expect(await refusalOf(decide(NOWHERE, 'bob'))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('gives one press that is repeated twenty times one and the same answer', async () => {
    const caseId = await startApproval(gateway)
    const presses = await Promise.all(
      Array.from({ length: 20 }, () =>
        update(caseId, 'comment', { actor: agent('ann'), text: 'hm' }, 'press'),
      ),
    )
    expect(new Set(presses.map((press) => JSON.stringify(press))).size).toBe(1)
    expect(presses[0]).toMatchObject({ kind: 'done' })
    expect((await viewOf(caseId)).stream.filter(({ code }) => code === 'commented')).toHaveLength(1)
  })

  it('carries out 50 different updates of one case at once, of which Temporal takes ten at a time', async () => {
    const caseId = await startApproval(gateway)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        update(caseId, 'comment', { actor: agent(`a${i}`), text: `comment ${i}` }, `press-${i}`),
      ),
    )
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(50)
    const { stream } = await viewOf(caseId)
    expect(stream.filter(({ code }) => code === 'commented')).toHaveLength(50)
  }, 40_000)

  it('answers each of 50 agents who decide at once: one wins, nobody is left without an answer', async () => {
    const caseId = await startApproval(gateway)
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

describe('signal', () => {
  it('reaches an open case and finds a closed or unknown one gone', async () => {
    const orderId = await placeOrder(stack, { rules: { highValueOverCents: 1 } })
    await vi.waitUntil(async () => (await viewOf(orderId)).state === 'AWAITING_APPROVAL', {
      timeout: 10_000,
    })
    expect(await gateway.signalCase(orderId, 'cancelOrder', {})).toBe('delivered')
    await stack.client.workflow.getHandle(toWorkflowId(orderId)).result()
    expect(await gateway.signalCase(orderId, 'cancelOrder', {})).toBe('gone')
    expect(await gateway.signalCase(NOWHERE, 'cancelOrder', {})).toBe('gone')
  }, 20_000)
})

describe('health', () => {
  it('tells how fast Temporal answers and who polls', async () => {
    expect((await gateway.checkHealth()).latencyMs).toBeLessThan(2_000)
    await vi.waitUntil(async () => (await gateway.countPollers(ORDER_TASK_QUEUE)) > 0, { timeout: 5_000 })
    expect(await gateway.countPollers('NOBODY_HERE')).toBe(0)
  })
})

describe('without a worker', () => {
  it('says that a query was not served and that an update is unknown, and carries it out once a worker is back', async () => {
    const caseId = await startApproval(gateway)
    await viewOf(caseId)
    await stack.stopWorkers()
    expect(await refusalOf(gateway.queryView(caseId))).toMatchObject({ code: 'TEMPORAL_UNAVAILABLE' })
    expect(await gateway.executeUpdate(caseId, 'decide', decision('ann'), 'decide:ann')).toEqual({
      kind: 'pending',
    })
    await stack.startWorker()
    await vi.waitUntil(
      async () => (await gateway.queryView(caseId).catch(() => null))?.state === 'APPROVED',
      {
        timeout: 15_000,
      },
    )
  }, 40_000)
})
