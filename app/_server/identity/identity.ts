/** Who a request comes from: an API token, a session, or a guest's cookie, in that order and never mixed. */

import { createHash } from 'node:crypto'
import { getSessionCookie, parseCookies } from 'better-auth/cookies'
import { Refusal } from '@/temporal/contract/errors'
import type { Actor } from '@/temporal/contract/people'
import { isDatabaseDown } from '../http/database-errors'
import { withDeadline } from '../http/deadline'
import { databaseRest } from '../resting'
import type { Runtime } from '../runtime'
import { COOKIE_PREFIX } from './auth'
import { guestCookieName, readGuest } from './guest'
import { type Known, loadSession, loadToken, peopleOf, readSessionCookie } from './known-people'
import { subkey } from './secrets'
import { bearerOf, hashToken } from './tokens'

export interface Identity {
  actor: Actor | null
  /** Renewed cookies of the session, to be sent where an answer can set them. */
  cookies: string[]
}

/** How long a request waits to learn who sent it. */
const LOAD_MS = 2_500
const COOKIE_MS = 500
const NOBODY: Identity = { actor: null, cookies: [] }

const isCurrent = (known: Known | null): known is Known =>
  known !== null && (known.expiresAt === null || known.expiresAt > new Date())

const byToken = async (runtime: Runtime, authorization: string): Promise<Identity> => {
  const token = bearerOf(authorization)
  if (token === null) throw new Refusal('UNAUTHENTICATED')
  const tokenHash = hashToken(token)
  const known = await peopleOf(runtime).get(tokenHash, () =>
    databaseRest(runtime).ask(() => loadToken(runtime, tokenHash), LOAD_MS),
  )
  if (!isCurrent(known)) throw new Refusal('UNAUTHENTICATED')
  return { ...NOBODY, actor: known.actor }
}

const bySession = async (runtime: Runtime, headers: Headers, canReply: boolean): Promise<Identity | null> => {
  const value = getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX })
  if (!value) return null
  const cookies: string[] = []
  const renew = canReply ? (renewed: string[]) => cookies.push(...renewed) : null
  const key = createHash('sha256').update(value).digest('hex')
  const known = await peopleOf(runtime)
    .get(key, () => databaseRest(runtime).ask(() => loadSession(runtime, headers, renew), LOAD_MS))
    .catch((error: unknown) => {
      if (!isDatabaseDown(error)) throw error
      // Where the cookie's own copy has run out, the sign-in looks into Postgres after all.
      return withDeadline(readSessionCookie(runtime, headers), COOKIE_MS)
    })
  return isCurrent(known) ? { actor: known.actor, cookies } : null
}

const byGuest = (runtime: Runtime, headers: Headers): Identity => {
  const { env } = runtime
  const value = parseCookies(headers.get('cookie') ?? '').get(
    guestCookieName(env.appUrl.startsWith('https:')),
  )
  const id = readGuest(subkey(env.authSecret, 'guest'), value)
  if (id === null) return NOBODY
  const actor: Actor = { principal: `guest:${id}`, id, name: 'Guest', role: 'customer', groups: [] }
  return { actor, cookies: [] }
}

/**
 * Who sent these headers. With `Authorization`, cookies are ignored.
 * @param canReply the answer can set cookies, so a session may be prolonged
 * @throws Refusal UNAUTHENTICATED for a token that is wrong, expired or revoked
 */
export const identify = async (runtime: Runtime, headers: Headers, canReply: boolean): Promise<Identity> => {
  const authorization = headers.get('authorization')
  if (authorization !== null) return byToken(runtime, authorization)
  return (await bySession(runtime, headers, canReply)) ?? byGuest(runtime, headers)
}
