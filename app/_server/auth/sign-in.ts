import type { z } from 'zod'
import type { Role } from '@/temporal/contract/auth/actor'
import { AppError, ERRORS } from '@/temporal/contract/errors'
import type { SignIn } from '@/temporal/contract/schemas/people-request'
import { clientAddress } from '../platform/http/client-address'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { deriveKey, sign } from '../platform/key-derivation'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { isTimeout, withTimeout } from '../platform/resilience/timeout'
import type { Runtime } from '../platform/runtime'
import { getAuth } from './better-auth'
import { getAuthErrorStatus } from './better-auth-errors'
import type { Verb } from './context'
import { toAuthHeaders } from './load-actor'

/** Hashing a password is slow by design, and slower on a busy machine. */
const SIGN_IN_TIMEOUT_MS = 5_000

export interface SignedIn {
  name: string
  role: Role
}

const requireDatabase = (runtime: Runtime): void => {
  if (databaseBreaker(runtime).isOpen) throw new AppError('DATABASE_UNAVAILABLE')
}

/**
 * Not inside the circuit breaker: a password hash that is slow on a busy machine says nothing about Postgres.
 * @throws AppError DATABASE_UNAVAILABLE, SERVER_BUSY; what better-auth throws
 */
const checkPassword = async (runtime: Runtime, headers: Headers, body: z.output<typeof SignIn>) => {
  requireDatabase(runtime)
  try {
    const { email, password } = body
    return await withTimeout(
      getAuth(runtime).api.signInEmail({
        body: { email, password },
        headers: toAuthHeaders(runtime, headers),
        returnHeaders: true,
      }),
      SIGN_IN_TIMEOUT_MS,
    )
  } catch (error) {
    if (!isTimeout(error)) throw error
    requireDatabase(runtime)
    throw Object.assign(new AppError('SERVER_BUSY'), { cause: error })
  }
}

/**
 * Checks e-mail and password and sets the session cookies. A wrong password, an unknown account and a banned account
 * give the same error after the same work, so that accounts cannot be enumerated.
 * @throws AppError SIGN_IN_FAILED, RATE_LIMITED, DATABASE_UNAVAILABLE; SERVER_BUSY after 5 s
 */
export const signIn: Verb<z.output<typeof SignIn>, SignedIn> = async (ctx, input) => {
  const { runtime, http } = ctx
  const headers = http?.request ?? new Headers()
  const limiter = getRateLimiter(runtime)
  // The key is a MAC of the e-mail: rate limits may outlive the account and must hold no personal data.
  const key = `sign-in:${sign(deriveKey(runtime.env.authSecret, 'rate-limit'), input.email)}`
  const address = clientAddress(headers, runtime.env.trustedProxies)
  if (address !== null) await limiter.hit(`sign-in-address:${address}`, RATE_LIMITS.signInAddress)
  await limiter.hit(key, RATE_LIMITS.signIn)
  try {
    const { response, headers: reply } = await checkPassword(runtime, headers, input)
    for (const cookie of reply.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
    await limiter.reset(key, RATE_LIMITS.signIn)
    return { name: response.user.name, role: response.user.role as Role }
  } catch (error) {
    const status = getAuthErrorStatus(error)
    if (status === null || status >= 500) throw error
    throw new AppError('SIGN_IN_FAILED', ERRORS.SIGN_IN_FAILED.title)
  }
}
