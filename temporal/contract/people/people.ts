/** Accounts, invitations and API tokens: their states, limits and lists. */

import { PERSON_ROLES, type Role } from '../auth/actor'

/** One of the staff, as colleagues find them: in the palette, to assign a case, to mention. */
export interface Colleague {
  id: string
  name: string
  email: string
  role: Role
  /** Ids of their groups. */
  groups: string[]
}

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
