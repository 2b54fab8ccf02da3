/** One press of a button that changes a case: sent once, and asked again under the same id until the answer is known. */

import { isPassing, type Posted, postJson } from './api'

const FIRST_WAIT_MS = 1_000
const MAX_WAIT_MS = 8_000
/** About two minutes; after that a person should look. */
const MAX_TRIES = 20

export interface Press {
  caseId: string
  verb: 'decision' | 'claim' | 'release' | 'assign' | 'comment'
  body: Record<string, unknown>
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Posts a press and waits for its answer.
 * @param onUnheard called when the server does not know the outcome yet: the press must not be made again
 * @throws ProblemError
 */
export const settlePress = async <T>(
  { caseId, verb, body }: Press,
  pressId: string,
  onUnheard: () => void,
): Promise<T> => {
  const post = () => postJson<T>(`/api/v1/cases/${caseId}/${verb}`, body, pressId)
  let posted: Posted<T> = await post()
  for (let tries = 1; posted.kind === 'pending'; tries++) {
    onUnheard()
    await wait(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))
    posted = await post().catch((error: unknown): Posted<T> => {
      // Once the outcome is unknown, a lost connection only means that it still is.
      if (tries < MAX_TRIES && isPassing(error)) return { kind: 'pending' }
      throw error
    })
  }
  return posted.value
}
