/** Verbs that are counted by how they end. */

import type { ErrorCode } from '../../temporal/contract/errors'
import type { Context, Verb } from './http/context'
import { refusalOf, toProblem } from './http/problem'
import { type Metrics, metricsOf } from './metrics'

/** Refusals that are worth telling apart. */
const NAMED: Partial<Record<ErrorCode, string>> = { ALREADY_DECIDED: 'already_decided' }

const endOf = (error: unknown, requestId: string): string => {
  const named = NAMED[refusalOf(error).code]
  if (named) return named
  const { status } = toProblem(error, requestId)
  if (status === 503) return 'unavailable'
  return status < 500 ? 'refused' : 'failed'
}

/**
 * `verb`, counted once for each call.
 * @param outcomeOf the label of what the verb gave
 */
export const counted =
  <I, O>(
    verb: Verb<I, O>,
    count: (metrics: Metrics, outcome: string) => void,
    outcomeOf: (output: O) => string,
  ): Verb<I, O> =>
  async (ctx: Context, input: I) => {
    const metrics = metricsOf(ctx.runtime)
    try {
      const output = await verb(ctx, input)
      count(metrics, outcomeOf(output))
      return output
    } catch (error) {
      count(metrics, endOf(error, ctx.requestId))
      throw error
    }
  }
