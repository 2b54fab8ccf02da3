/** Identifies the caller of a request by API token, session or guest cookie, in that order and never mixed. */

import { parseCookies } from 'better-auth/cookies'
import type { Actor } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import { deriveKey } from '../platform/key-derivation'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { withTimeout } from '../platform/resilience/timeout'
import type { Runtime } from '../platform/runtime'
import { guestCookieName, readGuestCookie } from './guest-cookie'
import {
  type CachedActor,
  getActorCache,
  loadActorBySession,
  loadActorByToken,
  readActorFromCookie,
} from './load-actor'
import { readSessionToken } from './session-token'
import { hashToken, parseBearer } from './tokens'

export interface Identity {
  actor: Actor | null
  /** Renewed session cookies, for responses that can set them. */
  cookies: string[]
}

const COOKIE_TIMEOUT_MS = 500
const ANONYMOUS: Identity = { actor: null, cookies: [] }

const isUnexpired = (cached: CachedActor | null): cached is CachedActor =>
  cached !== null && (cached.expiresAt === null || cached.expiresAt > new Date())

const authenticateToken = async (runtime: Runtime, authorization: string): Promise<Identity> => {
  const token = parseBearer(authorization)
  if (token === null) throw new AppError('UNAUTHENTICATED')
  const tokenHash = hashToken(token)
  const cached = await getActorCache(runtime).get(tokenHash, () => loadActorByToken(runtime, tokenHash))
  if (!isUnexpired(cached)) throw new AppError('UNAUTHENTICATED')
  return { ...ANONYMOUS, actor: cached.actor }
}

const authenticateSession = async (
  runtime: Runtime,
  headers: Headers,
  canReply: boolean,
): Promise<Identity | null> => {
  // better-auth returns null for a forged cookie without a query, which would count as an answer of Postgres.
  const token = readSessionToken(runtime, headers)
  if (token === null) return null
  const cookies: string[] = []
  const renew = canReply ? (renewed: string[]) => cookies.push(...renewed) : null
  const cached = await getActorCache(runtime)
    .get(hashToken(token), () => loadActorBySession(runtime, headers, renew))
    .catch((error: unknown) => {
      if (!isDatabaseDown(error)) throw error
      // Once the copy in the cookie has expired, better-auth reads Postgres: hence the time-out.
      return withTimeout(readActorFromCookie(runtime, headers), COOKIE_TIMEOUT_MS)
    })
  return isUnexpired(cached) ? { actor: cached.actor, cookies } : null
}

/** The guest of this browser, also where somebody is signed in; null without the cookie. */
export const readGuest = ({ env }: Pick<Runtime, 'env'>, headers: Headers): Actor | null => {
  const value = parseCookies(headers.get('cookie') ?? '').get(
    guestCookieName(env.appUrl.startsWith('https:')),
  )
  const id = readGuestCookie(deriveKey(env.authSecret, 'guest'), value)
  return id === null ? null : { principal: `guest:${id}`, id, name: 'Guest', role: 'customer', groups: [] }
}

/**
 * The identity behind request headers. With `Authorization`, cookies are ignored.
 * @param canReply whether the response can set cookies, so that the session may be prolonged
 * @throws AppError UNAUTHENTICATED for a token that is wrong, expired or revoked
 */
export const authenticate = async (
  runtime: Runtime,
  headers: Headers,
  canReply: boolean,
): Promise<Identity> => {
  const authorization = headers.get('authorization')
  if (authorization !== null) return authenticateToken(runtime, authorization)
  const session = await authenticateSession(runtime, headers, canReply)
  return session ?? { actor: readGuest(runtime, headers), cookies: [] }
}
