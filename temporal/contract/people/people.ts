/** Who acts. Roles and groups come from the session or the token, never from a request's body. */

import type { z } from 'zod'
import type { ColleaguesSchema } from '../schemas/other-response'
import type { person } from '../schemas/response-fields'

export const ROLES = ['customer', 'agent', 'supervisor', 'admin', 'import'] as const
export type Role = (typeof ROLES)[number]
export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

/** Roles a person can sign in with; `import` belongs to machines only. */
export const PERSON_ROLES = ['customer', 'agent', 'supervisor', 'admin'] as const satisfies readonly Role[]
export type PersonRole = (typeof PERSON_ROLES)[number]
export const STAFF_ROLES: readonly Role[] = ['agent', 'supervisor', 'admin']

/** A person as others see them. `id` is absent where no account exists. */
export type Person = z.output<typeof person>

/** One of the staff, as colleagues find them: in the palette, to assign a case, to mention. */
export type Colleague = z.output<typeof ColleaguesSchema>['items'][number]

/** The authenticated caller. A guest is a customer known by a cookie alone. */
export interface Actor {
  /** `user:…`, `token:…` or `guest:…`; it names the principal in an order's idempotency. */
  principal: string
  /** Account id; for a token the account that owns it, for a guest the cookie's id. */
  id: string
  name: string
  role: Role
  /** Ids of the groups the actor belongs to. */
  groups: readonly string[]
}

export const toPerson = (actor: Actor): Person => ({ id: actor.id, name: actor.name })
export const isStaffRole = (role: Role): boolean => STAFF_ROLES.includes(role)
/** Known by a cookie alone. */
export const isGuest = ({ principal }: Pick<Actor, 'principal'>): boolean => principal.startsWith('guest:')
/** Signed in with a session, not calling by a token. */
export const isSignedIn = ({ principal }: Pick<Actor, 'principal'>): boolean => principal.startsWith('user:')
export const isStaff = (actor: Actor): boolean => isStaffRole(actor.role)

/** Length of a password in characters. */
export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 128

/** How an account stands: it can sign in, waits for its person, or may not. */
export const ACCOUNT_STATUSES = ['active', 'invited', 'banned'] as const
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number]

/** How a list of accounts is sorted; a minus turns it round. */
export const PEOPLE_SORTS = ['name', '-name', 'role', '-role', 'seen', '-seen'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** How long an invitation's link works. */
export const INVITATION_DAYS = 7

/** Roles that a token of an account may have, the account's own first. `import` is for administrators and machines. */
export const getAllowedTokenRoles = (owner: Role): readonly Role[] => {
  if (owner === 'import') return ['import']
  if (owner === 'customer') return []
  const upTo = PERSON_ROLES.slice(0, PERSON_ROLES.indexOf(owner) + 1).toReversed()
  return owner === 'admin' ? [...upTo, 'import'] : upTo
}

/** A token as lists show it; hashes stay in the database. */
export interface ListedToken {
  id: string
  name: string
  role: Role
  expiresAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}
