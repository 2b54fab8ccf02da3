/** Loads people from Postgres, through better-auth where a session names them, and remembers them. */

import { touchToken, touchUser } from '@/db/queries/last-seen'
import { groupsOf } from '@/db/queries/people'
import { findToken } from '@/db/queries/tokens'
import { type Actor, PERSON_ROLES, type Role } from '@/temporal/contract/people'
import { clientAddress } from '../http/address'
import { hasAuthorization } from '../http/origin'
import { causeOf } from '../log'
import type { Runtime } from '../runtime'
import { ADDRESS_HEADER, authOf } from './auth'
import { createPeopleCache, type PeopleCache } from './people-cache'
import { effectiveRole, isUsable } from './tokens'

/** Somebody with a credential. */
export interface Known {
  userId: string
  actor: Actor
  expiresAt: Date | null
}

/** The process's memory of people; verbs that change an account tell it to forget. */
export const peopleOf = (runtime: Runtime): PeopleCache<Known> =>
  runtime.shared('people', () => createPeopleCache<Known>())

const isPersonRole = (role: unknown): role is Role => (PERSON_ROLES as readonly unknown[]).includes(role)

const isBanned = (person: { banned?: boolean | null; banExpires?: Date | null }): boolean =>
  person.banned === true && (!person.banExpires || person.banExpires > new Date())

/** Notes that somebody was here; nobody waits for it, and a failure costs no more than the note. */
const noteSeen = (runtime: Runtime, writing: Promise<void>): void => {
  writing.catch((error: unknown) => runtime.log.debug({ cause: causeOf(error) }, 'last seen was not noted'))
}

/** Who a token belongs to, or null for one that is unknown, expired, revoked or beyond its owner's rights. */
export const loadToken = async (runtime: Runtime, tokenHash: string): Promise<Known | null> => {
  const token = await findToken(runtime.db, tokenHash)
  if (!token || !isUsable(token, new Date()) || isBanned(token.owner)) return null
  const { owner } = token
  const role = effectiveRole(token.role, owner.role)
  if (!role) return null
  noteSeen(runtime, touchToken(runtime.db, token.id))
  return {
    userId: owner.id,
    expiresAt: token.expiresAt,
    actor: {
      principal: `token:${token.id}`,
      id: owner.id,
      name: owner.name,
      role,
      groups: await groupsOf(runtime.db, owner.id),
    },
  }
}

/** The headers that better-auth may see: the cookie unless a token came along, the browser's name, and an address only if we believe it. */
export const authHeaders = (runtime: Runtime, headers: Headers): Headers => {
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

const knownOf = (person: SessionUser, expiresAt: Date, groups: string[]): Known | null => {
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
export const loadSession = async (
  runtime: Runtime,
  headers: Headers,
  renew: ((cookies: string[]) => void) | null,
): Promise<Known | null> => {
  const { response, headers: reply } = await authOf(runtime).api.getSession({
    headers: authHeaders(runtime, headers),
    query: { disableCookieCache: true, ...(renew ? {} : { disableRefresh: true }) },
    returnHeaders: true,
  })
  if (!response) return null
  renew?.(reply.getSetCookie())
  noteSeen(runtime, touchUser(runtime.db, response.user.id))
  return knownOf(response.user, response.session.expiresAt, await groupsOf(runtime.db, response.user.id))
}

/** The session as its own signed cookie has it: all there is after a start without a database. Groups are unknown. */
export const readSessionCookie = async (runtime: Runtime, headers: Headers): Promise<Known | null> => {
  const found = await authOf(runtime).api.getSession({
    headers: authHeaders(runtime, headers),
    query: { disableRefresh: true },
  })
  return found && knownOf(found.user, found.session.expiresAt, [])
}
