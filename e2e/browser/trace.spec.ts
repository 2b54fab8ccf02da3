import { toWorkflowId } from '../../temporal/contract/cases/case-ids'
import { parseTraceId } from '../../temporal/contract/trace-context'
import { placeWaitingOrder } from '../support/api'
import { readLogEntries } from '../support/logs'
import { approve, openCase } from '../support/pages/console'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'
import { readSpans, type Span } from '../support/traces'

const { ana, customer } = people
const { tracesFile = '' } = stack

test.skip(tracesFile === '', 'the demo sends its spans nowhere')

/** A span and its exported ancestors, nearest first. */
const upFrom = (span: Span | undefined, spans: readonly Span[]): Span[] => {
  const above = spans.find(({ spanId }) => spanId === span?.parentSpanId)
  return span ? [span, ...upFrom(above, spans)] : []
}

test('one trace leads from the click on a button to the row that it changed', async ({ open }) => {
  const { approvalId } = await placeWaitingOrder(customer)
  const workflowId = toWorkflowId(approvalId)
  const page = await open(ana)
  await openCase(page, approvalId)
  const [request] = await Promise.all([page.waitForRequest(/\/decision$/), approve(page)])
  const traceparent = (await request.allHeaders()).traceparent ?? ''
  const traceId = parseTraceId(traceparent)
  expect(traceId).not.toBeNull()

  /** From the write of the row up to the request of the browser, which ends last and so is exported last. */
  const way = () => {
    const spans = readSpans(tracesFile).filter((span) => span.traceId === traceId)
    const saved = spans.find(({ name }) => name === 'RunActivity:saveCase')
    return upFrom(saved, spans)
  }
  const pressed = traceparent.split('-')[2]
  await expect.poll(() => way().at(-1)?.parentSpanId, { timeout: 20_000 }).toBe(pressed)

  const names = way().map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['RunActivity:saveCase', 'UpdateWorkflow:decide'])
  expect(names).toEqual(expect.arrayContaining(['verb', 'POST /api/v1/cases/[caseId]/decision']))
  expect(way()[0]).toMatchObject({
    service: 'action-center-worker',
    attributes: { 'temporal.workflow_id': workflowId },
  })
  expect(way().at(-1)).toMatchObject({ service: 'action-center-web', name: 'POST' })

  for (const name of ['web', 'worker'] as const)
    expect(
      readLogEntries(name).filter((line) => line.traceId === traceId).length,
      `${name}.log`,
    ).toBeGreaterThan(0)
})

test('spans contain no path, no query and no personal data', async ({ open }) => {
  const page = await open(null)
  await page.goto(`${stack.sampleStatusUrl}?q=Zzspan`)
  const token = new URL(stack.sampleStatusUrl).pathname.split('/').at(-1) ?? ''
  const tracked = () => readSpans(tracesFile).filter(({ name }) => name.includes('/track/[token]'))
  await expect.poll(() => tracked().length, { timeout: 20_000 }).toBeGreaterThan(0)
  const text = JSON.stringify(readSpans(tracesFile))
  expect(text).not.toContain(token)
  expect(text).not.toContain('Zzspan')
  expect(text).not.toContain('@')
})
