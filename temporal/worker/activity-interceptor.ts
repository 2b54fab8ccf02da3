/** Wraps every activity in a span, metrics and a log line, and removes personal data from its failures. */

import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import type { Logger } from 'pino'
import { currentTraceId, inSpan, SpanKind } from '../client/in-span'
import { extractTrace } from '../client/trace-header'
import { parseWorkflowId } from '../contract/cases/case-ids'
import { redactErrorMessage } from '../contract/log-redaction'
import { type ActivityLogFields, runInLogContext } from './activity-log-context'
import type { WorkerMeter } from './metrics'

/** Failures are stored in Temporal's history, which must not hold the parameters of a failed query. */
const redactError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const message = redactErrorMessage(error)
  if (message === error.message) return error
  // The cause, the driver's error, names the reason without the query.
  const { name } = error
  const cause = error.cause instanceof Error ? redactErrorMessage(error.cause) : ''
  return Object.assign(new Error([message, cause].filter(Boolean).join(': ')), { name })
}

/** Creates the interceptor of a worker's activities. */
export const createActivityInterceptor =
  (meter: WorkerMeter, log: Logger): ActivityInterceptorsFactory =>
  ({ info }) => {
    const { activityType: activity, isLocal, attempt } = info
    const { workflowId = '', runId = '' } = info.workflowExecution ?? {}
    const end = (outcome: 'ok' | 'failed', startedAt: number): void => {
      const ms = performance.now() - startedAt
      meter.recordActivity({ activity, outcome, isLocal, seconds: ms / 1_000 })
      log[isLocal ? 'debug' : 'info']({ outcome, attempt, ms: Math.round(ms) }, 'activity')
    }
    const span = {
      name: `RunActivity:${activity}`,
      kind: SpanKind.CONSUMER,
      attributes: {
        'temporal.workflow_id': workflowId,
        'temporal.run_id': runId,
        'temporal.activity_type': activity,
        'temporal.attempt': attempt,
      },
    }
    return {
      inbound: {
        execute: (input, next) =>
          inSpan({ ...span, parent: extractTrace(input.headers) }, () => {
            const caseId = parseWorkflowId(workflowId) ?? undefined
            const logFields: ActivityLogFields = {
              activity,
              workflowId,
              runId,
              caseId,
              traceId: currentTraceId(),
            }
            return runInLogContext(logFields, async () => {
              const startedAt = performance.now()
              try {
                const result = await next(input)
                end('ok', startedAt)
                return result
              } catch (error) {
                end('failed', startedAt)
                throw redactError(error)
              }
            })
          }),
      },
    }
  }
