/** Calls of `/api/v1` from the browser: answers are typed, refusals are problems with a code. */

import type { Problem } from '@/temporal/contract/problem'
import { newTraceparent } from './traceparent'

const TIMEOUT_MS = 15_000

/** Thrown for every answer that is not a success. Status 0: no answer came. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

const clientProblem = (status: number, title: string, detail: string): Problem => ({
  type: 'about:blank',
  code: 'INTERNAL',
  requestId: '',
  status,
  title,
  detail,
})

const OFFLINE = clientProblem(
  0,
  'The server could not be reached',
  'Nothing was lost. Check your connection and try again.',
)
const UNEXPECTED = clientProblem(500, 'Something went wrong in this page', 'Load the page again.')

const readProblem = async (response: Response): Promise<Problem> => {
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  if (isProblem) return (await response.json()) as Problem
  return clientProblem(response.status, `The server answered ${response.status}`, 'Try again in a moment.')
}

const send = async (url: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Response> => {
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])])
  let response: Response
  try {
    response = await fetch(url, { ...init, signal })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError(OFFLINE)
  }
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return response
}

/** Reads `url`. @throws ProblemError, of status 0 where no answer came within `timeoutMs` */
export const getJson = async <T>(url: string, signal?: AbortSignal, timeoutMs?: number): Promise<T> => {
  const response = await send(url, { headers: { accept: 'application/json' }, signal }, timeoutMs)
  return (await response.json()) as T
}

/** `pending`: the server does not know yet whether it was done; ask again with the same key. */
export type PostResult<T> = { kind: 'done'; value: T } | { kind: 'pending' }

/**
 * Posts `body` to `url`.
 * @param idempotencyKey one id for each press of a button, kept through retries, so that one press acts once
 * @throws ProblemError
 */
export const postJson = async <T>(
  url: string,
  body: unknown,
  idempotencyKey: string,
): Promise<PostResult<T>> => {
  const response = await send(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      traceparent: newTraceparent(),
    },
    body: JSON.stringify(body),
  })
  if (response.status === 202) return { kind: 'pending' }
  return { kind: 'done', value: (await response.json()) as T }
}

/** The problem behind an error of a query or a mutation, or null where there is none. */
export const toProblem = (error: unknown): Problem | null => {
  if (!error) return null
  return error instanceof ProblemError ? error.problem : UNEXPECTED
}

/** True for a problem that may be gone a little later, without anybody doing anything. */
export const isRetryableProblem = ({ status }: Problem): boolean =>
  status === 0 || status >= 500 || status === 429

/** True where the same request may well succeed a little later. */
export const isRetryable = (error: unknown): boolean => {
  const problem = toProblem(error)
  return problem !== null && isRetryableProblem(problem)
}
