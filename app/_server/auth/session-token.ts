import { getSessionCookie } from 'better-auth/cookies'
import { COOKIE_PREFIX } from './better-auth'
import type { Context } from './context'

/** The token inside the signed cookie, whose signature `identify` has checked. */
export const getSessionToken = ({ http }: Context): string | null => {
  const value = http && getSessionCookie(http.request, { cookiePrefix: COOKIE_PREFIX })
  return value ? value.slice(0, value.lastIndexOf('.')) : null
}
