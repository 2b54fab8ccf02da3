import type { z } from 'zod'
import { AppError } from '@/temporal/contract/errors'
import type { ChangePassword } from '@/temporal/contract/schemas/people-request'
import { validationError } from '../platform/http/problem'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { getAuth } from './better-auth'
import { getAuthErrorCode, getAuthErrorStatus } from './better-auth-errors'
import { requirePermission, type Verb } from './context'
import { getActorCache, toAuthHeaders } from './load-actor'
import { recordAudit } from './record-audit'

const toPasswordError = (error: unknown): unknown => {
  const status = getAuthErrorStatus(error)
  if (status === null || status >= 500) return error
  if (getAuthErrorCode(error) === 'INVALID_PASSWORD') {
    return validationError([{ path: 'currentPassword', message: 'This is not your current password' }])
  }
  // 401: no session, as with an API token. Else: no password, as with an account of another identity provider.
  return new AppError(status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN')
}

/**
 * Sets the caller's password, ends the other sessions of the account and renews this one.
 * @throws AppError VALIDATION_FAILED on `currentPassword`, RATE_LIMITED, UNAUTHENTICATED, FORBIDDEN
 */
export const changePassword: Verb<z.output<typeof ChangePassword>, { changed: true }> = async (
  ctx,
  input,
) => {
  const actor = requirePermission(ctx, 'account.own')
  const { runtime, http } = ctx
  const key = `password:${actor.id}`
  await getRateLimiter(runtime).hit(key, RATE_LIMITS.password)
  try {
    const { headers } = await getAuth(runtime).api.changePassword({
      body: { ...input, revokeOtherSessions: true },
      headers: toAuthHeaders(runtime, http?.request ?? new Headers()),
      returnHeaders: true,
    })
    for (const cookie of headers.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
  } catch (error) {
    throw toPasswordError(error)
  }
  getActorCache(runtime).invalidate(actor.id)
  await getRateLimiter(runtime).reset(key, RATE_LIMITS.password)
  await recordAudit(ctx, runtime.db, 'account.password.change', `user:${actor.id}`)
  return { changed: true }
}
