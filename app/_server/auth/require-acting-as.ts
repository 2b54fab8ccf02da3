import { GUEST } from '@/temporal/contract/auth/acting-as'
import { type Actor, isSignedIn, toPerson } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'

/**
 * Refuses a request of a page that was drawn for somebody else.
 * @param actingAs for whom the page was drawn: an account id, `GUEST`, or null for programs, which do not say
 * @throws AppError SESSION_CHANGED with `signedInAs` for another account, SESSION_ENDED where nobody is signed in
 */
export const requireActingAs = (actor: Actor | null, actingAs: string | null): void => {
  if (actingAs === null) return
  const account = actor && isSignedIn(actor) ? actor : null
  if ((account?.id ?? GUEST) === actingAs) return
  if (!account)
    throw new AppError('SESSION_ENDED', 'Sign in again to go on; what you typed stays on this page.')
  const message = `You are signed in as ${account.name} now. Load the page again to go on as ${account.name}.`
  throw new AppError('SESSION_CHANGED', message, { signedInAs: toPerson(account) })
}
