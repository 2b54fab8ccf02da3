/** The caller, for pages. */

import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/temporal/contract/auth/actor'
import { isAppError } from '@/temporal/contract/errors'
import { runtime } from '../platform/runtime'
import { authenticate } from './authenticate'

/** Who looks at this page: a session, else a guest's cookie, else nobody. Asked once for each request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  try {
    return (await authenticate(runtime(), await headers(), false)).actor
  } catch (error) {
    // A page with a bad token shows what anybody may see.
    if (isAppError(error) && error.code === 'UNAUTHENTICATED') return null
    throw error
  }
})
