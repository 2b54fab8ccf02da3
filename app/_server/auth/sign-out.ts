import { getAuth } from './better-auth'
import type { NoInput, Verb } from './context'
import { getActorCache, toAuthHeaders } from './load-actor'

/** Deletes the session of this browser, if there is one, and clears its cookies. */
export const signOut: Verb<NoInput, { signedOut: true }> = async ({ actor, runtime, http }) => {
  const { headers } = await getAuth(runtime).api.signOut({
    headers: toAuthHeaders(runtime, http?.request ?? new Headers()),
    returnHeaders: true,
  })
  for (const cookie of headers.getSetCookie()) http?.reply.append('Set-Cookie', cookie)
  if (actor) getActorCache(runtime).invalidate(actor.id)
  return { signedOut: true }
}
