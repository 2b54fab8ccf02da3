/** Whether workflows answer. Temporal keeps a killed worker in its list for a minute; its silence tells sooner. */

import { isAppError } from '@/temporal/contract/errors'

export interface QueryHealth<T> {
  query(caseId: string): Promise<T>
  /** The case that was asked last without an answer, while none has answered since; else null. */
  readonly unansweredCaseId: string | null
  /** What went unanswered says nothing of workers: Temporal itself was away. */
  reset(): void
}

/** Watches `query`; what it answers and throws passes through. */
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
