/** Wraps each call to Temporal in a span and injects the trace into its headers. */

import type { WorkflowClientInterceptor } from '@temporalio/client'
import { inSpan, SpanKind } from './in-span'
import { injectTrace } from './trace-header'

const toSpanOptions = (name: string, workflowId: string | undefined) => ({
  name,
  kind: SpanKind.CLIENT,
  attributes: { 'temporal.workflow_id': workflowId ?? '' },
})

export const traceInterceptor: WorkflowClientInterceptor = {
  startWithDetails: (input, next) =>
    inSpan(toSpanOptions(`StartWorkflow:${input.workflowType}`, input.options.workflowId), () =>
      next({ ...input, headers: injectTrace(input.headers) }),
    ),
  startUpdate: (input, next) =>
    inSpan(toSpanOptions(`UpdateWorkflow:${input.updateName}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: injectTrace(input.headers) }),
    ),
  signal: (input, next) =>
    inSpan(toSpanOptions(`SignalWorkflow:${input.signalName}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: injectTrace(input.headers) }),
    ),
  query: (input, next) =>
    inSpan(toSpanOptions(`QueryWorkflow:${input.queryType}`, input.workflowExecution.workflowId), () =>
      next({ ...input, headers: injectTrace(input.headers) }),
    ),
}
