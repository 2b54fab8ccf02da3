import { workflowIdOf } from '../../temporal/contract/ids'
import { traceIdOf } from '../../temporal/contract/trace'
import { placeWaitingOrder } from '../support/api'
import { approve, openCase } from '../support/console'
import { linesOf } from '../support/logs'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'
import { readSpans, type Span } from '../support/traces'

const { ana, customer } = people
const { tracesFile = '' } = stack

test.skip(tracesFile === '', 'the demo sends its spans nowhere')

/** The span and everything above it that was sent, nearest first. */
const upFrom = (span: Span | undefined, spans: readonly Span[]): Span[] => {
  const above = spans.find(({ spanId }) => spanId === span?.parentSpanId)
  return span ? [span, ...upFrom(above, spans)] : []
}

test('one trace leads from the press of a button to the row that it changed', async ({ open }) => {
  const { approvalId } = await placeWaitingOrder(customer)
  const workflowId = workflowIdOf(approvalId)
  const page = await open(ana)
  await openCase(page, approvalId)
  const [request] = await Promise.all([page.waitForRequest(/\/decision$/), approve(page)])
  const traceparent = (await request.allHeaders()).traceparent ?? ''
  const traceId = traceIdOf(traceparent)
  expect(traceId).not.toBeNull()

  const trace = () => readSpans(tracesFile).filter((span) => span.traceId === traceId)
  const names = () => trace().map(({ name }) => name)
  await expect
    .poll(names, { timeout: 20_000 })
    .toEqual(
      expect.arrayContaining([
        'POST /api/v1/cases/[caseId]/decision',
        'UpdateWorkflow:decide',
        'RunActivity:saveCase',
      ]),
    )

  const spans = trace()
  const saved = spans.find(({ name }) => name === 'RunActivity:saveCase')
  const way = upFrom(saved, spans)
  expect(way.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['verb', 'UpdateWorkflow:decide', 'POST /api/v1/cases/[caseId]/decision']),
  )
  expect(way[1]?.name).toBe('UpdateWorkflow:decide')
  expect(saved).toMatchObject({
    service: 'action-center-worker',
    attributes: { 'temporal.workflow_id': workflowId },
  })
  const server = way.at(-1)
  expect(server).toMatchObject({ service: 'action-center-web', name: 'POST' })
  expect(server?.parentSpanId).toBe(traceparent.split('-')[2])

  for (const name of ['web', 'worker'] as const)
    expect(linesOf(name).filter((line) => line.traceId === traceId).length, `${name}.log`).toBeGreaterThan(0)
})

test('spans carry no path, no query and no word of a person', async ({ open }) => {
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
