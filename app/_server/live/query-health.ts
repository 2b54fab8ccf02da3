/** Tracks whether workflows answer queries, since Temporal lists a killed worker for another minute. */

import { isAppError } from '@/temporal/contract/errors'

export interface QueryHealth<T> {
  query(caseId: string): Promise<T>
  /** The case of the last query without an answer; null once any query was answered. */
  readonly unansweredCaseId: string | null
  /** Forgets unanswered queries, which mean nothing about workers while Temporal itself is down. */
  reset(): void
}

/** Wraps `query`; its results and errors pass through. */
export const trackQueryHealth = <T>(query: (caseId: string) => Promise<T>): QueryHealth<T> => {
  let unansweredCaseId: string | null = null
  return {
    async query(caseId) {
      try {
        const answer = await query(caseId)
        unansweredCaseId = null
        return answer
      } catch (error) {
        if (isAppError(error) && error.code === 'TEMPORAL_UNAVAILABLE') unansweredCaseId = caseId
        throw error
      }
    },
    get unansweredCaseId() {
      return unansweredCaseId
    },
    reset() {
      unansweredCaseId = null
    },
  }
}
