import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { type Actor, isSignedIn } from '@/temporal/contract/auth/actor'
import { isAppError } from '@/temporal/contract/errors'
import { runtime } from '../platform/runtime'
import { authenticate } from './authenticate'

/** The caller of a page: from the session, else the guest cookie, else null. Computed once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  try {
    return (await authenticate(runtime(), await headers(), false)).actor
  } catch (error) {
    // With an invalid token a page shows what an anonymous visitor may see.
    if (isAppError(error) && error.code === 'UNAUTHENTICATED') return null
    throw error
  }
})

/** The account that is signed in, or null for guests and for visitors without a session. */
export const currentAccount = async () => {
  const actor = await currentActor()
  return actor && isSignedIn(actor) ? { id: actor.id, name: actor.name } : null
}
