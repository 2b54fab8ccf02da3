import { type Actor, isSignedIn } from '@/temporal/contract/auth/actor'
import { canonicalHash } from '../platform/canonical-hash'

/** Owner of what a browser keeps for its guest: an expired guest cookie does not separate people. */
const GUEST_OWNER = 'guest'
const LENGTH = 16

/** Names whose data the browser keeps, without telling who it is: an account, or the guest of the browser. */
export const toStorageOwner = (actor: Actor | null): string =>
  actor && isSignedIn(actor) ? canonicalHash(actor.principal).slice(0, LENGTH) : GUEST_OWNER
