/** The caller, for pages. */

import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { isRefusal } from '@/temporal/contract/errors'
import type { Actor } from '@/temporal/contract/people'
import { runtime } from '../runtime'
import { identify } from './identity'

/** Who looks at this page: a session, else a guest's cookie, else nobody. Asked once for each request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  try {
    return (await identify(runtime(), await headers(), false)).actor
  } catch (error) {
    // A page with a bad token shows what anybody may see.
    if (isRefusal(error) && error.code === 'UNAUTHENTICATED') return null
    throw error
  }
})
