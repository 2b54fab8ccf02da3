/** One press of a button that changes a case: sent once, and asked again under the same id until the answer is known. */

import { isRetryable, type PostResult, postJson } from '../live/api-client'

const FIRST_WAIT_MS = 1_000
const MAX_WAIT_MS = 8_000
/** About two minutes; after that a person should look. */
const MAX_TRIES = 20

export interface CaseMutation {
  caseId: string
  verb: 'decision' | 'claim' | 'release' | 'assign' | 'comment'
  body: Record<string, unknown>
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Posts a press and waits for its answer.
 * @param onUnknownOutcome called when the server does not know the outcome yet: the press must not be made again
 * @throws ProblemError
 */
export const sendMutation = async <T>(
  { caseId, verb, body }: CaseMutation,
  idempotencyKey: string,
  onUnknownOutcome: () => void,
): Promise<T> => {
  const post = () => postJson<T>(`/api/v1/cases/${caseId}/${verb}`, body, idempotencyKey)
  let posted: PostResult<T> = await post()
  for (let tries = 1; posted.kind === 'pending'; tries++) {
    onUnknownOutcome()
    await wait(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))
    posted = await post().catch((error: unknown): PostResult<T> => {
      // Once the outcome is unknown, a lost connection only means that it still is.
      if (tries < MAX_TRIES && isRetryable(error)) return { kind: 'pending' }
      throw error
    })
  }
  return posted.value
}
