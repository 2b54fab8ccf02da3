/** The caller and its role. Roles and groups come from the session or the token, never from a request's body. */

import type { z } from 'zod'
import type { person } from '../schemas/response-fields'

export const ROLES = ['customer', 'agent', 'supervisor', 'admin', 'import'] as const
export type Role = (typeof ROLES)[number]
export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

/** Roles of people, in ascending order of rights; `import` belongs to machines only. */
export const PERSON_ROLES = ['customer', 'agent', 'supervisor', 'admin'] as const satisfies readonly Role[]
export type PersonRole = (typeof PERSON_ROLES)[number]
export const STAFF_ROLES: readonly Role[] = ['agent', 'supervisor', 'admin']
/** Staff that may act for groups of others. */
export const SUPERVISOR_ROLES: readonly Role[] = ['supervisor', 'admin']

/** A person by name. `id` is absent if there is no account. */
export type Person = z.output<typeof person>

/** The authenticated caller. A guest is a customer identified only by a cookie. */
export interface Actor {
  /** `user:…`, `token:…` or `guest:…`; part of an order's idempotency key. */
  principal: string
  /** Account id; for a token the account that owns it, for a guest the cookie's id. */
  id: string
  name: string
  role: Role
  /** Ids of the groups the actor belongs to. */
  groups: readonly string[]
  /** Time zone that the person chose, an IANA name; null or absent for that of the browser. */
  timeZone?: string | null
}

export const toPerson = (actor: Actor): Person => ({ id: actor.id, name: actor.name })
export const isStaffRole = (role: Role): boolean => STAFF_ROLES.includes(role)

/** True for a caller identified only by a cookie. */
export const isGuest = ({ principal }: Pick<Actor, 'principal'>): boolean => principal.startsWith('guest:')

/** True for a caller with a session, false for one with an API token. */
export const isSignedIn = ({ principal }: Pick<Actor, 'principal'>): boolean => principal.startsWith('user:')
export const isStaff = (actor: Actor): boolean => isStaffRole(actor.role)
