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

const local = (status: number, title: string, detail: string): Problem => ({
  type: 'about:blank',
  code: 'INTERNAL',
  requestId: '',
  status,
  title,
  detail,
})

const OFFLINE = local(
  0,
  'The server could not be reached',
  'Nothing was lost. Check your connection and try again.',
)
const BROKEN = local(500, 'Something went wrong in this page', 'Load the page again.')

const problemOf = async (response: Response): Promise<Problem> => {
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  if (isProblem) return (await response.json()) as Problem
  return local(response.status, `The server answered ${response.status}`, 'Try again in a moment.')
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
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return response
}

/** Reads `url`. @throws ProblemError, of status 0 where no answer came within `timeoutMs` */
export const getJson = async <T>(url: string, signal?: AbortSignal, timeoutMs?: number): Promise<T> => {
  const response = await send(url, { headers: { accept: 'application/json' }, signal }, timeoutMs)
  return (await response.json()) as T
}

/** `pending`: the server does not know yet whether it was done; ask again with the same key. */
export type Posted<T> = { kind: 'done'; value: T } | { kind: 'pending' }

/**
 * Posts `body` to `url`.
 * @param pressId one id for each press of a button, kept through retries, so that one press acts once
 * @throws ProblemError
 */
export const postJson = async <T>(url: string, body: unknown, pressId: string): Promise<Posted<T>> => {
  const response = await send(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': pressId,
      traceparent: newTraceparent(),
    },
    body: JSON.stringify(body),
  })
  if (response.status === 202) return { kind: 'pending' }
  return { kind: 'done', value: (await response.json()) as T }
}

/** The problem behind an error of a query or a mutation, or null where there is none. */
export const problemFrom = (error: unknown): Problem | null => {
  if (!error) return null
  return error instanceof ProblemError ? error.problem : BROKEN
}

/** True for a problem that may be gone a little later, without anybody doing anything. */
export const mayPass = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 429

/** True where the same request may well succeed a little later. */
export const isPassing = (error: unknown): boolean => {
  const problem = problemFrom(error)
  return problem !== null && mayPass(problem)
}
