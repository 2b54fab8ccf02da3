/** A span for each call to Temporal, and the trace in its headers. */

import type { WorkflowClientInterceptor } from '@temporalio/client'
import { inSpan, SpanKind } from './span'
import { withTrace } from './trace-payload'

const of = (name: string, workflowId: string | undefined) => ({
  name,
  kind: SpanKind.CLIENT,
  attributes: { 'temporal.workflow_id': workflowId ?? '' },
})

export const traceCalls: WorkflowClientInterceptor = {
  startWithDetails: (input, next) =>
    inSpan(of(`StartWorkflow:${input.workflowType}`, input.options.workflowId), () =>
      next({ ...input, headers: withTrace(input.headers) }),
    ),
  startUpdate: (input, next) =>
    inSpan(of(`UpdateWorkflow:${input.updateName}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: withTrace(input.headers) }),
    ),
  signal: (input, next) =>
    inSpan(of(`SignalWorkflow:${input.signalName}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: withTrace(input.headers) }),
    ),
  query: (input, next) =>
    inSpan(of(`QueryWorkflow:${input.queryType}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: withTrace(input.headers) }),
    ),
}
