/**
 * A page says with each request for whom it was drawn. Another tab may have changed the session meanwhile, and a press
 * must not be recorded as somebody else's. Programs leave it out.
 */

/** Header of requests by script: the id of the account, or `GUEST`. */
export const ACTING_AS_HEADER = 'x-acting-as'
/** Stands for a visitor without an account. */
export const GUEST = 'guest'
