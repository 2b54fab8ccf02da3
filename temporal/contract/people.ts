/** Who acts. Roles and groups come from the session or the token, never from a request's body. */

export const ROLES = ['customer', 'agent', 'supervisor', 'admin', 'import'] as const
export type Role = (typeof ROLES)[number]

/** Roles a person can sign in with; `import` belongs to machines only. */
export const PERSON_ROLES = ['customer', 'agent', 'supervisor', 'admin'] as const satisfies readonly Role[]
export const STAFF_ROLES: readonly Role[] = ['agent', 'supervisor', 'admin']

/** A person as others see them. `id` is absent where no account exists. */
export interface Person {
  id?: string
  name: string
}

/** One of the staff, as colleagues find them: in the palette, to assign a case, to mention. */
export interface Colleague {
  id: string
  name: string
  email: string
  role: Role
  /** Ids of their groups. */
  groups: string[]
}

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

export const personOf = (actor: Actor): Person => ({ id: actor.id, name: actor.name })
export const isStaff = (actor: Actor): boolean => STAFF_ROLES.includes(actor.role)

/** Length of a password in characters. */
export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 128
