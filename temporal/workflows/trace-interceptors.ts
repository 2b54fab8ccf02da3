/**
 * Propagates the trace header of the last start, update or signal to the activities and children that follow. The
 * header is only copied, so saved histories replay, and the bundle needs no tracing library.
 */

import type { Headers, WorkflowInterceptors } from '@temporalio/workflow'
import { TRACE_HEADER } from '../contract/trace-context'

/** Interceptors of one run. */
export const interceptors = (): WorkflowInterceptors => {
  let traceHeaders: Headers = {}
  const readTrace = ({ headers }: { headers: Headers }): void => {
    const trace = headers[TRACE_HEADER]
    if (trace) traceHeaders = { [TRACE_HEADER]: trace }
  }
  const withTrace = <I extends { headers: Headers }>(input: I): I => ({
    ...input,
    headers: { ...traceHeaders, ...input.headers },
  })
  return {
    inbound: [
      {
        execute: (input, next) => {
          readTrace(input)
          return next(input)
        },
        // Not in the validator: a refused update is not in the history, so a replay would not see its header.
        handleUpdate: (input, next) => {
          readTrace(input)
          return next(input)
        },
        handleSignal: (input, next) => {
          readTrace(input)
          return next(input)
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(withTrace(input)),
        scheduleLocalActivity: (input, next) => next(withTrace(input)),
        startChildWorkflowExecution: (input, next) => next(withTrace(input)),
        signalWorkflow: (input, next) => next(withTrace(input)),
        continueAsNew: (input, next) => next(withTrace(input)),
      },
    ],
  }
}
