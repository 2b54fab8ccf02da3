import { getSessionCookie } from 'better-auth/cookies'
import { COOKIE_PREFIX } from './better-auth'
import type { Context } from './context'

/** The token in the session cookie, null without one. `authenticate` has already verified its signature. */
export const getSessionToken = ({ http }: Context): string | null => {
  const value = http && getSessionCookie(http.request, { cookiePrefix: COOKIE_PREFIX })
  return value ? value.slice(0, value.lastIndexOf('.')) : null
}
