/** What every verb gets, and how it asks who is calling. */

import { type Actor, isSignedIn } from '../../../temporal/contract/auth/actor'
import { type Action, denialReason, type Resource } from '../../../temporal/contract/auth/permissions'
import { AppError } from '../../../temporal/contract/errors'
import type { Runtime } from '../platform/runtime'

/** The HTTP side of a call, for the few verbs that read or set cookies. */
export interface HttpExchange {
  /** Headers of the request. */
  request: Headers
  /** Headers to add to the answer, `Set-Cookie` above all. */
  reply: Headers
}

export interface Context {
  actor: Actor | null
  requestId: string
  runtime: Runtime
  now: Date
  /** Absent where a verb is called without a request, as in tests. */
  http?: HttpExchange
}

/** One thing the product can do: permission, then work, then a typed result. */
export type Verb<I, O> = (ctx: Context, input: I) => Promise<O>

/** Input of a verb that takes none: routes pass an empty object, pages pass nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: only a parameter that may be void can be left out
export type NoInput = Record<string, never> | void

/**
 * The caller.
 * @throws AppError UNAUTHENTICATED when there is none
 */
export const requireActor = (ctx: Pick<Context, 'actor'>): Actor => {
  if (!ctx.actor) throw new AppError('UNAUTHENTICATED')
  return ctx.actor
}

/**
 * The caller, once the table of permissions lets it do `action` to `resource`.
 * @throws AppError UNAUTHENTICATED or the table's code
 */
export const requirePermission = (
  ctx: Pick<Context, 'actor'>,
  action: Action,
  resource: Resource = {},
): Actor => {
  const actor = requireActor(ctx)
  const refused = denialReason(actor, action, resource)
  if (refused) throw new AppError(refused)
  return actor
}

/**
 * The same, for what only a person with a session may do: a token that could change accounts or make tokens would
 * outlive its own end.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN for a token, or the table's code
 */
export const requireUserSession = (ctx: Pick<Context, 'actor'>, action: Action): Actor => {
  const actor = requirePermission(ctx, action)
  if (!isSignedIn(actor)) throw new AppError('FORBIDDEN')
  return actor
}
