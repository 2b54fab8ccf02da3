/** The context of every verb, and the checks of its caller. */

import { type Actor, isSignedIn } from '../../../temporal/contract/auth/actor'
import { type Action, denialReason, type Resource } from '../../../temporal/contract/auth/permissions'
import { AppError } from '../../../temporal/contract/errors'
import type { Runtime } from '../platform/runtime'

/** Headers of the HTTP request and response, for verbs that read or set cookies. */
export interface HttpExchange {
  request: Headers
  /** Headers to add to the response, mainly `Set-Cookie`. */
  reply: Headers
}

export interface Context {
  actor: Actor | null
  requestId: string
  runtime: Runtime
  now: Date
  /** Absent when a verb is called without an HTTP request, as in tests. */
  http?: HttpExchange
}

/** One operation of the product: checks the permission, does the work, returns a typed result. */
export type Verb<I, O> = (ctx: Context, input: I) => Promise<O>

/** Input of a verb that takes none: routes pass an empty object, pages pass nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: only a parameter that may be void can be left out
export type NoInput = Record<string, never> | void

/**
 * Returns the caller.
 * @throws AppError UNAUTHENTICATED when there is none
 */
export const requireActor = (ctx: Pick<Context, 'actor'>): Actor => {
  if (!ctx.actor) throw new AppError('UNAUTHENTICATED')
  return ctx.actor
}

/**
 * Returns the caller if the permission table allows `action` on `resource`.
 * @throws AppError UNAUTHENTICATED, or the code in the permission table
 */
export const requirePermission = (
  ctx: Pick<Context, 'actor'>,
  action: Action,
  resource: Resource = {},
): Actor => {
  const actor = requireActor(ctx)
  const denial = denialReason(actor, action, resource)
  if (denial) throw new AppError(denial)
  return actor
}

/**
 * As `requirePermission`, but refuses API tokens: a token that could change accounts or create tokens would survive
 * its own revocation.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN for a token, or the code in the permission table
 */
export const requireUserSession = (ctx: Pick<Context, 'actor'>, action: Action): Actor => {
  const actor = requirePermission(ctx, action)
  if (!isSignedIn(actor)) throw new AppError('FORBIDDEN')
  return actor
}
