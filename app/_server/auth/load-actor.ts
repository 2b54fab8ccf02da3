/** Loads people from Postgres, through better-auth where a session names them, and remembers them. */

import { selectTokenByHash } from '@/db/queries/auth/api-tokens'
import { updateLastSeen, updateLastUsed } from '@/db/queries/auth/last-seen'
import { selectGroupIds } from '@/db/queries/people/groups'
import { type Actor, PERSON_ROLES, type Role } from '@/temporal/contract/auth/actor'
import { clientAddress } from '../platform/http/client-address'
import { hasAuthorization } from '../platform/http/origin'
import { toLogError } from '../platform/log'
import type { Runtime } from '../platform/runtime'
import { type ActorCache, createActorCache } from './actor-cache'
import { ADDRESS_HEADER, getAuth } from './better-auth'
import { effectiveRole, isUsable } from './tokens'

/** Somebody with a credential. */
export interface CachedActor {
  userId: string
  actor: Actor
  expiresAt: Date | null
}

/** The process's memory of people; verbs that change an account tell it to forget. */
export const getActorCache = (runtime: Runtime): ActorCache<CachedActor> =>
  runtime.shared('people', () => createActorCache<CachedActor>())

const isPersonRole = (role: unknown): role is Role => (PERSON_ROLES as readonly unknown[]).includes(role)

const isBanned = (person: { banned?: boolean | null; banExpires?: Date | null }): boolean =>
  person.banned === true && (!person.banExpires || person.banExpires > new Date())

/** Notes that somebody was here; nobody waits for it, and a failure costs no more than the note. */
const recordLastSeen = (runtime: Runtime, writing: Promise<void>): void => {
  writing.catch((error: unknown) =>
    runtime.log.debug({ cause: toLogError(error) }, 'last seen was not noted'),
  )
}

/** Who a token belongs to, or null for one that is unknown, expired, revoked or beyond its owner's rights. */
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
    },
  }
}

/** The headers that better-auth may see: the cookie unless a token came along, the browser's name, and an address only if we believe it. */
export const toAuthHeaders = (runtime: Runtime, headers: Headers): Headers => {
  const shown = new Headers()
  for (const name of hasAuthorization(headers) ? ['user-agent'] : ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) shown.set(name, value)
  }
  const address = clientAddress(headers, runtime.env.trustedProxies)
  if (address !== null) shown.set(ADDRESS_HEADER, address)
  return shown
}

type SessionUser = {
  id: string
  name: string
  role?: string | null
  banned?: boolean | null
  banExpires?: Date | null
}

const toCachedActor = (person: SessionUser, expiresAt: Date, groups: string[]): CachedActor | null => {
  if (isBanned(person) || !isPersonRole(person.role)) return null
  const actor = {
    principal: `user:${person.id}`,
    id: person.id,
    name: person.name,
    role: person.role,
    groups,
  }
  return { userId: person.id, expiresAt: new Date(expiresAt), actor }
}

/** The session as Postgres has it; `renew` lets better-auth prolong it and collects the cookies of that. */
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

/** The session as its own signed cookie has it: all there is after a start without a database. Groups are unknown. */
export const readActorFromCookie = async (
  runtime: Runtime,
  headers: Headers,
): Promise<CachedActor | null> => {
  const found = await getAuth(runtime).api.getSession({
    headers: toAuthHeaders(runtime, headers),
    query: { disableRefresh: true },
  })
  return found && toCachedActor(found.user, found.session.expiresAt, [])
}
