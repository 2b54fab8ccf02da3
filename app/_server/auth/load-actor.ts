/** Loads the person behind a credential from Postgres; sessions are read through better-auth. */

import { selectTokenByHash } from '@/db/queries/auth/api-tokens'
import { updateLastSeen, updateLastUsed } from '@/db/queries/auth/last-seen'
import { selectGroupIds } from '@/db/queries/people/groups'
import { type Actor, PERSON_ROLES, type Role } from '@/temporal/contract/auth/actor'
import { serializeError } from '@/temporal/contract/log-redaction'
import { clientAddress } from '../platform/http/client-address'
import { hasAuthorization } from '../platform/http/origin'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { type ActorCache, createActorCache } from './actor-cache'
import { ADDRESS_HEADER, getAuth } from './better-auth'
import { effectiveRole, isUsable } from './tokens'

/** The person behind a credential. */
export interface CachedActor {
  userId: string
  actor: Actor
  expiresAt: Date | null
}

/** The actor cache of this process; verbs that change an account invalidate it. */
export const getActorCache = (runtime: Runtime): ActorCache<CachedActor> =>
  runtime.shared('actor-cache', () => createActorCache<CachedActor>(databaseBreaker(runtime)))

const isPersonRole = (role: unknown): role is Role => (PERSON_ROLES as readonly unknown[]).includes(role)

const isBanned = (person: { banned?: boolean | null; banExpires?: Date | null }): boolean =>
  person.banned === true && (!person.banExpires || person.banExpires > new Date())

/** Logs a failed write of "last seen"; no request waits for it or fails with it. */
const recordLastSeen = (runtime: Runtime, write: Promise<void>): void => {
  write.catch((error: unknown) =>
    runtime.log.debug({ cause: serializeError(error) }, 'last seen was not recorded'),
  )
}

/** The owner of a token; null when it is unknown, expired, revoked or exceeds the rights of its owner. */
export const loadActorByToken = async (runtime: Runtime, tokenHash: string): Promise<CachedActor | null> => {
  const token = await selectTokenByHash(runtime.db, tokenHash)
  if (!token || !isUsable(token, new Date()) || isBanned(token.owner)) return null
  const { owner } = token
  const role = effectiveRole(token.role, owner.role)
  if (!role) return null
  recordLastSeen(runtime, updateLastUsed(runtime.db, token.id))
  return {
    userId: owner.id,
    expiresAt: token.expiresAt,
    actor: {
      principal: `token:${token.id}`,
      id: owner.id,
      name: owner.name,
      role,
      groups: await selectGroupIds(runtime.db, owner.id),
      timeZone: owner.timeZone,
    },
  }
}

/** Headers for better-auth: no cookie beside a token, and the client address only from a trusted proxy. */
export const toAuthHeaders = (runtime: Runtime, headers: Headers): Headers => {
  const authHeaders = new Headers()
  for (const name of hasAuthorization(headers) ? ['user-agent'] : ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) authHeaders.set(name, value)
  }
  const address = clientAddress(headers, runtime.env.trustedProxies)
  if (address !== null) authHeaders.set(ADDRESS_HEADER, address)
  return authHeaders
}

type SessionUser = {
  id: string
  name: string
  role?: string | null
  banned?: boolean | null
  banExpires?: Date | null
  timeZone?: string | null
}

const toCachedActor = (person: SessionUser, expiresAt: Date, groups: string[]): CachedActor | null => {
  if (isBanned(person) || !isPersonRole(person.role)) return null
  const actor = {
    principal: `user:${person.id}`,
    id: person.id,
    name: person.name,
    role: person.role,
    groups,
    timeZone: person.timeZone ?? null,
  }
  return { userId: person.id, expiresAt: new Date(expiresAt), actor }
}

/** The session in Postgres. With `renew`, better-auth may prolong it; `renew` gets the new cookies. */
export const loadActorBySession = async (
  runtime: Runtime,
  headers: Headers,
  renew: ((cookies: string[]) => void) | null,
): Promise<CachedActor | null> => {
  const { response, headers: reply } = await getAuth(runtime).api.getSession({
    headers: toAuthHeaders(runtime, headers),
    query: { disableCookieCache: true, ...(renew ? {} : { disableRefresh: true }) },
    returnHeaders: true,
  })
  if (!response) return null
  renew?.(reply.getSetCookie())
  recordLastSeen(runtime, updateLastSeen(runtime.db, response.user.id))
  return toCachedActor(
    response.user,
    response.session.expiresAt,
    await selectGroupIds(runtime.db, response.user.id),
  )
}

/** The session in its signed cookie, for a process that started without a database. It carries no groups. */
export const readActorFromCookie = async (
  runtime: Runtime,
  headers: Headers,
): Promise<CachedActor | null> => {
  const session = await getAuth(runtime).api.getSession({
    headers: toAuthHeaders(runtime, headers),
    query: { disableRefresh: true },
  })
  return session && toCachedActor(session.user, session.session.expiresAt, [])
}
