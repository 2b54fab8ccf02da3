/** The checks before every verb: draining, origin, identity, rate limits. */

import { ACTING_AS_HEADER } from '@/temporal/contract/auth/acting-as'
import { isGuest } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import { authenticate } from '../auth/authenticate'
import type { Context } from '../auth/context'
import { requireActingAs } from '../auth/require-acting-as'
import { clientAddress } from '../platform/http/client-address'
import { classifyOrigin, hasAuthorization, isMutation } from '../platform/http/origin'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import type { Runtime } from '../platform/runtime'

/**
 * @throws AppError FOREIGN_ORIGIN for a mutation from another site, or one with cookies but without an origin
 */
const checkOrigin = (runtime: Runtime, method: string, headers: Headers): void => {
  if (!isMutation(method) || hasAuthorization(headers)) return
  const verdict = classifyOrigin(headers, runtime.env.appUrl)
  if (verdict === 'foreign' || (verdict === 'missing' && headers.has('cookie')))
    throw new AppError('FOREIGN_ORIGIN')
}

/** Limits mutations by principal, and those of guests also by address where proxies are trusted. Imports are not limited. */
const checkLimits = async (runtime: Runtime, method: string, headers: Headers, actor: Context['actor']) => {
  if (!isMutation(method) || !actor || actor.role === 'import') return
  const limiter = getRateLimiter(runtime)
  const address = isGuest(actor) ? clientAddress(headers, runtime.env.trustedProxies) : null
  await Promise.all([
    limiter.hit(`change:${actor.principal}`, RATE_LIMITS.mutation),
    address !== null && limiter.hit(`guest:${address}`, RATE_LIMITS.guestAddress),
  ])
}

/**
 * Creates the context of a verb after all checks.
 * @param request `actingAs`: for whom a page without headers of its own, such as a form, was drawn
 * @throws AppError DRAINING, FOREIGN_ORIGIN, UNAUTHENTICATED, SESSION_ENDED, SESSION_CHANGED or RATE_LIMITED
 */
export const createRequestContext = async (
  runtime: Runtime,
  request: { method: string; headers: Headers; requestId: string; actingAs?: string | null },
  auth: 'required' | 'optional',
): Promise<Context> => {
  const { method, headers, requestId } = request
  if (runtime.drain.isDraining) throw new AppError('DRAINING')
  checkOrigin(runtime, method, headers)
  const { actor, cookies } = await authenticate(runtime, headers, true)
  // With a token the caller is whoever the token says, whatever page it runs on.
  if (!hasAuthorization(headers)) requireActingAs(actor, request.actingAs ?? headers.get(ACTING_AS_HEADER))
  if (auth === 'required' && !actor) throw new AppError('UNAUTHENTICATED')
  await checkLimits(runtime, method, headers, actor)
  const reply = new Headers()
  for (const cookie of cookies) reply.append('Set-Cookie', cookie)
  return { actor, requestId, runtime, now: new Date(), http: { request: headers, reply } }
}
