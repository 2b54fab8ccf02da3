/** Applies `Set-Cookie` lines to the cookie jar of a server action. */

import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

interface CookieJar {
  set(name: string, value: string, options: ReturnType<typeof toCookieOptions>): unknown
}

/** Sets the cookies of `lines` with their attributes. */
export const applySetCookies = (jar: CookieJar, lines: readonly string[]): void => {
  for (const line of lines) {
    for (const [name, cookie] of parseSetCookieHeader(line))
      jar.set(name, cookie.value, toCookieOptions(cookie))
  }
}
