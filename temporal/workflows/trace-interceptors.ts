/**
 * Carries the trace of whoever spoke last to a workflow on to what the workflow does. The header is copied as it is:
 * nothing here measures, decides or waits, so old histories replay, and the bundle holds no tracing library.
 */

import type { Headers, WorkflowInterceptors } from '@temporalio/workflow'
import { TRACE_HEADER } from '../contract/trace-context'

/** One for each run. */
export const interceptors = (): WorkflowInterceptors => {
  let last: Headers = {}
  const hear = ({ headers }: { headers: Headers }): void => {
    const carried = headers[TRACE_HEADER]
    if (carried) last = { [TRACE_HEADER]: carried }
  }
  const pass = <I extends { headers: Headers }>(input: I): I => ({
    ...input,
    headers: { ...last, ...input.headers },
  })
  return {
    inbound: [
      {
        execute: (input, next) => {
          hear(input)
          return next(input)
        },
        // Not in the validator: a refused update is not in the history, and must not be in what replays from it.
        handleUpdate: (input, next) => {
          hear(input)
          return next(input)
        },
        handleSignal: (input, next) => {
          hear(input)
          return next(input)
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(pass(input)),
        scheduleLocalActivity: (input, next) => next(pass(input)),
        startChildWorkflowExecution: (input, next) => next(pass(input)),
        signalWorkflow: (input, next) => next(pass(input)),
        continueAsNew: (input, next) => next(pass(input)),
      },
    ],
  }
}
