/** Who a request comes from: an API token, a session, or a guest's cookie, in that order and never mixed. */

import { createHash } from 'node:crypto'
import { getSessionCookie, parseCookies } from 'better-auth/cookies'
import type { Actor } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import { deriveKey } from '../platform/key-derivation'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { withTimeout } from '../platform/resilience/timeout'
import type { Runtime } from '../platform/runtime'
import { COOKIE_PREFIX } from './better-auth'
import { guestCookieName, readGuestCookie } from './guest-cookie'
import {
  type CachedActor,
  getActorCache,
  loadActorBySession,
  loadActorByToken,
  readActorFromCookie,
} from './load-actor'
import { hashToken, parseBearer } from './tokens'

export interface Identity {
  actor: Actor | null
  /** Renewed cookies of the session, to be sent where an answer can set them. */
  cookies: string[]
}

/** How long a request waits to learn who sent it. */
const LOAD_MS = 2_500
const COOKIE_MS = 500
const ANONYMOUS: Identity = { actor: null, cookies: [] }

const isUnexpired = (known: CachedActor | null): known is CachedActor =>
  known !== null && (known.expiresAt === null || known.expiresAt > new Date())

const authenticateToken = async (runtime: Runtime, authorization: string): Promise<Identity> => {
  const token = parseBearer(authorization)
  if (token === null) throw new AppError('UNAUTHENTICATED')
  const tokenHash = hashToken(token)
  const known = await getActorCache(runtime).get(tokenHash, () =>
    databaseBreaker(runtime).execute(() => loadActorByToken(runtime, tokenHash), LOAD_MS),
  )
  if (!isUnexpired(known)) throw new AppError('UNAUTHENTICATED')
  return { ...ANONYMOUS, actor: known.actor }
}

const authenticateSession = async (
  runtime: Runtime,
  headers: Headers,
  canReply: boolean,
): Promise<Identity | null> => {
  const value = getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX })
  if (!value) return null
  const cookies: string[] = []
  const renew = canReply ? (renewed: string[]) => cookies.push(...renewed) : null
  const key = createHash('sha256').update(value).digest('hex')
  const known = await getActorCache(runtime)
    .get(key, () =>
      databaseBreaker(runtime).execute(() => loadActorBySession(runtime, headers, renew), LOAD_MS),
    )
    .catch((error: unknown) => {
      if (!isDatabaseDown(error)) throw error
      // Where the cookie's own copy has run out, the sign-in looks into Postgres after all.
      return withTimeout(readActorFromCookie(runtime, headers), COOKIE_MS)
    })
  return isUnexpired(known) ? { actor: known.actor, cookies } : null
}

const authenticateGuest = (runtime: Runtime, headers: Headers): Identity => {
  const { env } = runtime
  const value = parseCookies(headers.get('cookie') ?? '').get(
    guestCookieName(env.appUrl.startsWith('https:')),
  )
  const id = readGuestCookie(deriveKey(env.authSecret, 'guest'), value)
  if (id === null) return ANONYMOUS
  const actor: Actor = { principal: `guest:${id}`, id, name: 'Guest', role: 'customer', groups: [] }
  return { actor, cookies: [] }
}

/**
 * Who sent these headers. With `Authorization`, cookies are ignored.
 * @param canReply the answer can set cookies, so a session may be prolonged
 * @throws AppError UNAUTHENTICATED for a token that is wrong, expired or revoked
 */
export const authenticate = async (
  runtime: Runtime,
  headers: Headers,
  canReply: boolean,
): Promise<Identity> => {
  const authorization = headers.get('authorization')
  if (authorization !== null) return authenticateToken(runtime, authorization)
  return (await authenticateSession(runtime, headers, canReply)) ?? authenticateGuest(runtime, headers)
}
