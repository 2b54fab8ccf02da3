import { cache } from 'react'
import { refusalOf } from '@/app/_server/http/problem'
import { trackOrder } from '@/app/_server/verbs/track-order'
import { ERRORS } from '@/temporal/contract/errors'
import type { TrackedOrder } from '@/temporal/contract/track'
import { publicContext } from '../../reading'

const UNAVAILABLE = 503

/**
 * The order of a status link; `unknown` for a link that is not ours, `unavailable` while neither Temporal nor Postgres
 * can tell. Asked once for each request.
 */
export const trackedOrder = cache(
  async (token: string): Promise<TrackedOrder | 'unknown' | 'unavailable'> => {
    try {
      return await trackOrder(await publicContext(), { token })
    } catch (error) {
      const { code } = refusalOf(error)
      if (code === 'NOT_FOUND') return 'unknown'
      if (ERRORS[code].status === UNAVAILABLE) return 'unavailable'
      throw error
    }
  },
)
