import { headers } from 'next/headers'
import { cache } from 'react'
import { refusalOf } from '@/app/_server/problem'
import { requestIdOf } from '@/app/_server/request-id'
import { runtime } from '@/app/_server/runtime'
import { trackOrder } from '@/app/_server/verbs/track-order'
import { ERRORS } from '@/temporal/contract/errors'
import type { TrackedOrder } from '@/temporal/contract/track'

const UNAVAILABLE = 503

/**
 * The order of a status link; `unknown` for a link that is not ours, `unavailable` while neither Temporal nor Postgres
 * can tell. Asked once for each request.
 */
export const trackedOrder = cache(
  async (token: string): Promise<TrackedOrder | 'unknown' | 'unavailable'> => {
    // The link itself is the permission: who is signed in does not matter.
    const ctx = { actor: null, requestId: requestIdOf(await headers()), runtime: runtime(), now: new Date() }
    try {
      return await trackOrder(ctx, { token })
    } catch (error) {
      const { code } = refusalOf(error)
      if (code === 'NOT_FOUND') return 'unknown'
      if (ERRORS[code].status === UNAVAILABLE) return 'unavailable'
      throw error
    }
  },
)
