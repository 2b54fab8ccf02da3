/** Accounts, invitations and API tokens: their states, limits and lists. */

import type { z } from 'zod'
import { PERSON_ROLES, type Role } from '../auth/actor'
import type { ColleaguesSchema } from '../schemas/people-response'

/** A member of staff, as shown to colleagues: in the command palette, for assignment and for mentions. */
export type Colleague = z.output<typeof ColleaguesSchema>['items'][number]

/** Password length in characters. */
export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 128
/** Days until an API token ends. */
export const MAX_TOKEN_DAYS = 3_650

/** `active` accounts can sign in, `invited` ones have no password yet, `banned` ones are refused. */
export const ACCOUNT_STATUSES = ['active', 'invited', 'banned'] as const
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number]

/** Sort orders of the list of accounts; a minus means descending. */
export const PEOPLE_SORTS = ['name', '-name', 'role', '-role', 'seen', '-seen'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** Days until an invitation link expires. */
export const INVITATION_DAYS = 7

/** Roles that an account may give to its tokens, its own first; `import` only for administrators and machines. */
export const getAllowedTokenRoles = (owner: Role): readonly Role[] => {
  if (owner === 'import') return ['import']
  if (owner === 'customer') return []
  const upTo = PERSON_ROLES.slice(0, PERSON_ROLES.indexOf(owner) + 1).toReversed()
  return owner === 'admin' ? [...upTo, 'import'] : upTo
}

/** An API token without its hash, for lists. */
export interface ListedToken {
  id: string
  name: string
  role: Role
  expiresAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}
