/** Counts the outcomes of actions. */

import type { ErrorCode } from '../../../temporal/contract/errors'
import { toAppError, toProblem } from './http/problem'
import { getMetrics, type Metrics } from './metrics'
import type { Runtime } from './runtime'

/** Error codes that have their own label. */
const LABELLED_CODES: Partial<Record<ErrorCode, string>> = { ALREADY_DECIDED: 'already_decided' }

const toOutcomeLabel = (error: unknown, requestId: string): string => {
  const named = LABELLED_CODES[toAppError(error).code]
  if (named) return named
  const { status } = toProblem(error, requestId)
  if (status === 503) return 'unavailable'
  return status < 500 ? 'refused' : 'failed'
}

interface CallContext {
  runtime: Runtime
  requestId: string
}

/**
 * Wraps an action so that each call is counted once.
 * @param toOutcome gives the label of a success; failures are labelled by error code and status
 */
export const withMetrics =
  <C extends CallContext, I, O>(
    action: (ctx: C, input: I) => Promise<O>,
    count: (metrics: Metrics, outcome: string) => void,
    toOutcome: (output: O) => string,
  ): ((ctx: C, input: I) => Promise<O>) =>
  async (ctx, input) => {
    const metrics = getMetrics(ctx.runtime)
    try {
      const output = await action(ctx, input)
      count(metrics, toOutcome(output))
      return output
    } catch (error) {
      count(metrics, toOutcomeLabel(error, ctx.requestId))
      throw error
    }
  }
