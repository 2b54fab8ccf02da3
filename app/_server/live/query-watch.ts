/** Whether workflows answer. Temporal keeps a killed worker in its list for a minute; its silence tells sooner. */

import { isRefusal } from '@/temporal/contract/errors'

/** A silence is believed for as long: without new questions there is no telling. */
const BELIEVED_MS = 30_000

export interface QueryWatch<A extends unknown[], T> {
  query(...args: A): Promise<T>
  /** True where the newest question to a workflow got no answer. */
  readonly isSilent: boolean
}

/** Watches `query`; what it answers and throws passes through. */
export const watchQueries = <A extends unknown[], T>(query: (...args: A) => Promise<T>): QueryWatch<A, T> => {
  let answeredAt = 0
  let unansweredAt = 0
  return {
    async query(...args) {
      try {
        const answer = await query(...args)
        answeredAt = Date.now()
        return answer
      } catch (error) {
        if (isRefusal(error) && error.code === 'TEMPORAL_UNAVAILABLE') unansweredAt = Date.now()
        throw error
      }
    },
    get isSilent() {
      return unansweredAt > answeredAt && Date.now() - unansweredAt < BELIEVED_MS
    },
  }
}
