/** Ends the session of this browser. */

import type { Context } from '../http/context'
import { authOf } from '../identity/auth'
import { authHeaders, peopleOf } from '../identity/known-people'

/** Deletes the session and clears its cookies; without a session only the cookies. */
export const signOut = async ({ actor, runtime, http }: Context): Promise<{ signedOut: true }> => {
  const { headers } = await authOf(runtime).api.signOut({
    headers: authHeaders(runtime, http?.request ?? new Headers()),
    returnHeaders: true,
  })
  for (const cookie of headers.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
  if (actor) peopleOf(runtime).forget(actor.id)
  return { signedOut: true }
}
