/** Lists, counts and versions over Temporal's own index, with a real worker behind them. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ApprovalView } from '../contract/cases/approval'
import { toWorkflowId } from '../contract/cases/case-ids'
import { agent, approvalInput, startApproval, UNKNOWN_CASE_ID } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { isCurrentRun } from './case-handle'
import { executeUpdate } from './execute-update'
import { startApprovalWorkflow } from './start-case'
import { countByVisibility, getIndexedVersions, listByVisibility } from './visibility-list'

const MEMO = { number: '1', submitter: 'Ada', currency: 'USD', requestHash: 'hash' }

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
}, 30_000)
afterAll(() => stack.stop(), 20_000)

describe('lists', () => {
  /** Visibility follows the workflows by a moment. */
  const eventually = <T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> =>
    vi
      .waitUntil(
        async () => {
          const value = await read()
          return isRight(value) ? { value } : false
        },
        { timeout: 5_000, interval: 50 },
      )
      .then(({ value }) => value)

  it('show a case before a worker has run it, with the attributes of its start', async () => {
    const input = approvalInput({ deadlineMs: 3_600_000 }, { title: 'Budget: Q3 — “größer”' })
    await stack.stopWorkers()
    await startApprovalWorkflow(stack.temporal, input, { ...MEMO, title: input.title })
    const { items } = await eventually(
      () => listByVisibility(stack.temporal, { q: 'GRÖSSER größer' }, 10, null),
      ({ items }) => items.length === 1,
    )
    await stack.startWorker()
    expect(items[0]).toMatchObject({
      caseId: input.approvalId,
      caseTitle: input.title,
      kind: 'approval',
      status: 'OPEN',
      submitter: [{ name: 'Ada' }],
      assignee: [],
      version: 0,
      amountCents: 125_00,
      currency: 'USD',
      group: 'risk',
      priority: 1,
      waitingFor: 'approver',
    })
    expect(Date.parse(items[0]?.dueAt ?? '')).toBeGreaterThan(Date.now())
  }, 20_000)

  it.each([
    ['Ødegård kaffee', 'ODEGARD', 'ødegård', 'Ødega\u030Ard'],
    ['Straßenfest neun', 'strassenfest', 'STRASSENFEST', 'Straßenfest'],
    ['İzmir zehn', 'izmir', 'IZMIR', 'ızmir'],
    ['ＷＩＤＥ elf', 'wide'],
    ['हिन्दी zwölf', 'हिन्दी'],
  ])(
    'find %s by every spelling',
    async (title, ...spellings) => {
      const caseId = await startApproval(stack, {}, { title })
      for (const q of [title.split(' ')[0] ?? '', ...spellings])
        await eventually(
          () => listByVisibility(stack.temporal, { q }, 10, null),
          ({ items }) => items.length === 1 && items[0]?.caseId === caseId,
        )
    },
    20_000,
  )

  it('follow claims: by assignee, without an assignee, and by version', async () => {
    const title = 'Claimed zebra'
    const caseId = await startApproval(stack, {}, { title })
    const mine = () => countByVisibility(stack.temporal, { q: 'zebra', assignee: "o'neil" })
    const unassigned = () => countByVisibility(stack.temporal, { q: 'zebra', assignee: 'none' })
    await eventually(unassigned, (count) => count === 1)
    const claimed = await executeUpdate(stack.temporal, {
      caseId,
      name: 'claim',
      input: { actor: agent("o'neil") },
      updateId: 'claim',
    })
    await eventually(mine, (count) => count === 1)
    expect(await unassigned()).toBe(0)
    const { version } = (claimed as { view: ApprovalView }).view
    expect(await getIndexedVersions(stack.temporal, [caseId, UNKNOWN_CASE_ID])).toEqual(
      new Map([[caseId, version]]),
    )
    const { items } = await listByVisibility(stack.temporal, { q: 'zebra', states: ['CLAIMED'] }, 10, null)
    expect(items[0]?.assignee).toEqual([{ id: "o'neil", name: "o'neil" }])
  })

  it('have pages that do not overlap', async () => {
    for (let i = 0; i < 5; i++) await startApproval(stack, {}, { title: `Paged walrus ${i}` })
    await eventually(
      () => countByVisibility(stack.temporal, { q: 'walrus' }),
      (count) => count === 5,
    )
    const listed: string[] = []
    let token: Uint8Array | null = null
    do {
      const page = await listByVisibility(stack.temporal, { q: 'walrus' }, 2, token)
      listed.push(...page.items.map(({ caseId }) => caseId))
      token = page.nextPageToken
    } while (token)
    expect(new Set(listed).size).toBe(5)
    expect(listed).toHaveLength(5)
  })

  it('refuse a malformed page token at once', async () => {
    const startedAt = performance.now()
    await expect(listByVisibility(stack.temporal, {}, 2, Buffer.from('garbage'))).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    })
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })

  it('show a case that was reset once, by its new run', async () => {
    const caseId = await startApproval(stack, {}, { title: 'Reset ocelot' })
    await executeUpdate(stack.temporal, {
      caseId,
      name: 'claim',
      input: { actor: agent('ann') },
      updateId: 'claim',
    })
    const { runId } = await stack.client.workflow.getHandle(toWorkflowId(caseId)).describe()
    await stack.client.workflowService.resetWorkflowExecution({
      namespace: stack.namespace,
      workflowExecution: { workflowId: toWorkflowId(caseId), runId },
      requestId: 'reset',
      reason: 'test',
      workflowTaskFinishEventId: { low: 4, high: 0, unsigned: false } as never,
    })
    await eventually(
      () => countByVisibility(stack.temporal, { q: 'ocelot' }),
      (count) => count === 2,
    )
    expect((await listByVisibility(stack.temporal, { q: 'ocelot' }, 10, null)).items).toHaveLength(1)
    expect(await isCurrentRun(stack.temporal, toWorkflowId(caseId), runId)).toBe(false)
    expect((await getIndexedVersions(stack.temporal, [caseId])).size).toBe(1)
  })
})
