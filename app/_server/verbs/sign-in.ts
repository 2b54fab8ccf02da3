/** Signs a person in. */

import type { z } from 'zod'
import { ERRORS, Refusal } from '@/temporal/contract/errors'
import type { Role } from '@/temporal/contract/people'
import type { SignIn } from '@/temporal/contract/schemas/people'
import { clientAddress } from '../http/address'
import type { Context } from '../http/context'
import { limiterOf } from '../http/guard'
import { LIMITS } from '../http/limits'
import { authOf } from '../identity/auth'
import { authStatusOf } from '../identity/auth-errors'
import { authHeaders } from '../identity/known-people'
import { sign, subkey } from '../identity/secrets'
import { databaseRest } from '../resting'

/** A password takes its time to check, the more on a busy machine. */
const SIGN_IN_MS = 5_000

export interface SignedIn {
  name: string
  role: Role
}

/**
 * Checks e-mail and password and sets the session's cookies. A wrong password, an unknown account and a banned one
 * give the same answer after the same work.
 * @throws Refusal SIGN_IN_FAILED, RATE_LIMITED; DeadlineError, which callers see as DATABASE_UNAVAILABLE
 */
export const signIn = async (ctx: Context, input: z.output<typeof SignIn>): Promise<SignedIn> => {
  const { runtime, http } = ctx
  const headers = http?.request ?? new Headers()
  const limiter = limiterOf(runtime)
  // The table of limits outlives accounts, so it holds no addresses.
  const key = `sign-in:${sign(subkey(runtime.env.authSecret, 'rate-limit'), input.email)}`
  const address = clientAddress(headers, runtime.env.trustedProxies)
  if (address !== null) await limiter.hit(`sign-in-address:${address}`, LIMITS.signInAddress)
  await limiter.hit(key, LIMITS.signIn)
  try {
    const { response, headers: reply } = await databaseRest(runtime).ask(
      () =>
        authOf(runtime).api.signInEmail({
          body: { email: input.email, password: input.password },
          headers: authHeaders(runtime, headers),
          returnHeaders: true,
        }),
      SIGN_IN_MS,
    )
    for (const cookie of reply.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
    await limiter.forgive(key)
    return { name: response.user.name, role: response.user.role as Role }
  } catch (error) {
    const status = authStatusOf(error)
    if (status === null || status >= 500) throw error
    throw new Refusal('SIGN_IN_FAILED', ERRORS.SIGN_IN_FAILED.title)
  }
}
