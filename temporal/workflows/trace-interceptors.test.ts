import { context, propagation, trace } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedCatalogue } from '../../db/seed-catalogue'
import { inSpan } from '../client/in-span'
import { toWorkflowId } from '../contract/cases/case-ids'
import { ALWAYS_APPROVE_RULES, placeOrder } from '../testing/test-cases'
import { startTestStack, type TestStack } from '../testing/test-stack'
import { decide, waitForApprovalOf, waitForEnd } from '../testing/wait-for-case'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
let stack: TestStack

beforeAll(async () => {
  provider.register()
  stack = await startTestStack()
  await seedCatalogue(stack.db)
}, 30_000)
afterAll(async () => {
  await stack.stop()
  await provider.shutdown()
  for (const api of [trace, context, propagation]) api.disable()
}, 20_000)

/** Runs `work` in a trace of its own; gives its result and the trace's id. */
const traced = <T>(work: () => Promise<T>): Promise<{ traceId: string; result: T }> =>
  inSpan({ name: 'request' }, async () => ({
    traceId: trace.getActiveSpan()?.spanContext().traceId ?? '',
    result: await work(),
  }))

/** Activities of a case that belong to a trace, in the order in which they ended. */
const activitiesOf = (traceId: string, caseId: string): string[] =>
  exporter
    .getFinishedSpans()
    .filter((span: ReadableSpan) => span.spanContext().traceId === traceId)
    .filter(({ attributes }) => attributes['temporal.workflow_id'] === toWorkflowId(caseId))
    .flatMap(({ name }) => /^RunActivity:(.*)/.exec(name)?.[1] ?? [])

it('propagates the trace of a start to activities and children, and that of a decision to the activities after it', async () => {
  const placed = await traced(() => placeOrder(stack, { rules: ALWAYS_APPROVE_RULES }))
  const orderId = placed.result
  const approvalId = await waitForApprovalOf(stack, orderId)
  const decided = await traced(() => decide(stack, approvalId, { decision: 'approved' }))
  await waitForEnd(stack, toWorkflowId(orderId))

  expect(decided.traceId).not.toBe(placed.traceId)
  expect(activitiesOf(placed.traceId, orderId)).toEqual(
    expect.arrayContaining(['validateOrder', 'saveCaseFast', 'reserveInventory', 'processPayment']),
  )
  expect(activitiesOf(placed.traceId, approvalId)).toContain('saveCase')
  expect(activitiesOf(decided.traceId, approvalId)).toEqual(['saveCase'])
}, 30_000)
