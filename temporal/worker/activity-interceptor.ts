/** Wraps every activity in a span, metrics and a log line; its failures leave it as a code, the log keeps the rest. */

import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import type { Logger } from 'pino'
import { currentTraceId, inSpan, SpanKind } from '../client/in-span'
import { extractTrace } from '../client/trace-header'
import { parseWorkflowId } from '../contract/cases/case-ids'
import { toActivityFailure } from './activity-failure'
import { type ActivityLogFields, runInLogContext } from './activity-log-context'
import type { WorkerMeter } from './metrics'

/** Creates the interceptor of a worker's activities. */
export const createActivityInterceptor =
  (meter: WorkerMeter, log: Logger): ActivityInterceptorsFactory =>
  ({ info }) => {
    const { activityType: activity, isLocal, attempt } = info
    const { workflowId = '', runId = '' } = info.workflowExecution ?? {}
    const end = (outcome: 'ok' | 'failed', startedAt: number, error?: unknown): void => {
      const ms = performance.now() - startedAt
      meter.recordActivity({ activity, outcome, isLocal, seconds: ms / 1_000 })
      const fields = { outcome, attempt, ms: Math.round(ms), ...(outcome === 'failed' ? { err: error } : {}) }
      // A failed local activity is expected, because a normal activity repeats it.
      const level = outcome === 'failed' ? 'warn' : 'info'
      log[isLocal ? 'debug' : level](fields, 'activity')
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
                end('failed', startedAt, error)
                throw toActivityFailure(error)
              }
            })
          }),
      },
    }
  }
