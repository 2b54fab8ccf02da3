/** Whether workflows answer. Temporal keeps a killed worker in its list for a minute; its silence tells sooner. */

import { isRefusal } from '@/temporal/contract/errors'

export interface QueryWatch<T> {
  query(caseId: string): Promise<T>
  /** The case that was asked last without an answer, while none has answered since; else null. */
  readonly unanswered: string | null
  /** What went unanswered says nothing of workers: Temporal itself was away. */
  forget(): void
}

/** Watches `query`; what it answers and throws passes through. */
export const watchQueries = <T>(query: (caseId: string) => Promise<T>): QueryWatch<T> => {
  let unanswered: string | null = null
  return {
    async query(caseId) {
      try {
        const answer = await query(caseId)
        unanswered = null
        return answer
      } catch (error) {
        if (isRefusal(error) && error.code === 'TEMPORAL_UNAVAILABLE') unanswered = caseId
        throw error
      }
    },
    get unanswered() {
      return unanswered
    },
    forget() {
      unanswered = null
    },
  }
}
