/** Changes the caller's own password. */

import type { z } from 'zod'
import { Refusal } from '@/temporal/contract/errors'
import type { ChangePassword } from '@/temporal/contract/schemas/people'
import { type Context, demand } from '../http/context'
import { limiterOf } from '../http/guard'
import { LIMITS } from '../http/limits'
import { invalid } from '../http/problem'
import { audit } from '../identity/audit'
import { authOf } from '../identity/auth'
import { authCodeOf, authStatusOf } from '../identity/auth-errors'
import { authHeaders, peopleOf } from '../identity/known-people'

const refusalFor = (error: unknown): unknown => {
  const status = authStatusOf(error)
  if (status === null || status >= 500) return error
  if (authCodeOf(error) === 'INVALID_PASSWORD') {
    return invalid([{ path: 'currentPassword', message: 'This is not your current password' }])
  }
  // No session, as with an API token, or no password, as with an account of another provider.
  return new Refusal(status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN')
}

/**
 * Sets a new password, ends every other session of the account and renews this one.
 * @throws Refusal VALIDATION_FAILED on `currentPassword`, RATE_LIMITED
 */
export const changePassword = async (
  ctx: Context,
  input: z.output<typeof ChangePassword>,
): Promise<{ changed: true }> => {
  const actor = demand(ctx, 'account.own')
  const { runtime, http } = ctx
  const key = `password:${actor.id}`
  await limiterOf(runtime).hit(key, LIMITS.password)
  try {
    const { headers } = await authOf(runtime).api.changePassword({
      body: { ...input, revokeOtherSessions: true },
      headers: authHeaders(runtime, http?.request ?? new Headers()),
      returnHeaders: true,
    })
    for (const cookie of headers.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
  } catch (error) {
    throw refusalFor(error)
  }
  peopleOf(runtime).forget(actor.id)
  await limiterOf(runtime).forgive(key)
  await audit(ctx, runtime.db, 'account.password.change', `user:${actor.id}`)
  return { changed: true }
}
