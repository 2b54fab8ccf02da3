import { getSessionCookie } from 'better-auth/cookies'
import { verifySignature } from '../platform/key-derivation'
import type { Runtime } from '../platform/runtime'
import { COOKIE_PREFIX, getSignInSecret } from './better-auth'
import type { Context } from './context'

/**
 * The token in the session cookie; null without one, or when its signature is wrong. better-auth exports only an
 * asynchronous check, which would wait for the threads that hash passwords.
 */
export const readSessionToken = (runtime: Runtime, headers: Headers): string | null => {
  const value = getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX }) ?? ''
  const dot = value.lastIndexOf('.')
  const token = value.slice(0, Math.max(dot, 0))
  const key = Buffer.from(getSignInSecret(runtime.env))
  return token !== '' && verifySignature(key, token, value.slice(dot + 1), 'base64') ? token : null
}

/** The token in the caller's session cookie, null without one. */
export const getSessionToken = ({ http, runtime }: Context): string | null =>
  http ? readSessionToken(runtime, http.request) : null
