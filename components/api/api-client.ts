/** Calls of the API from the browser, typed by the endpoint table; refusals are problems with a code. */

import { type EndpointId, fillPath, type GetEndpointId, getRoute } from '@/temporal/contract/api-routes'
import { ACTING_AS_HEADER } from '@/temporal/contract/auth/acting-as'
import { withQuery } from '@/temporal/contract/paths'
import type { Problem } from '@/temporal/contract/problem'
import type { EndpointInput, EndpointResponse } from '@/temporal/contract/schemas/endpoints/endpoints'
import { reportProblem, reportSuccess } from '../session/session-state'
import { getViewer } from '../session/viewer'
import { newTraceparent } from './traceparent'

const TIMEOUT_MS = 15_000

/** Thrown for every response that is not a success. Status 0: there was no response. */
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
  'Check your connection and try again: what has arrived already is not done twice.',
)
const UNEXPECTED = clientProblem(500, 'Something went wrong in this page', 'Load the page again.')

const readProblem = async (response: Response): Promise<Problem> => {
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  if (isProblem) return (await response.json()) as Problem
  return clientProblem(response.status, `The server answered ${response.status}`, 'Try again in a moment.')
}

const send = async (url: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Response> => {
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])])
  const viewer = getViewer()
  const headers = {
    accept: 'application/json',
    ...init.headers,
    ...(viewer && { [ACTING_AS_HEADER]: viewer }),
  }
  let response: Response
  try {
    response = await fetch(url, { ...init, headers, signal })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError(OFFLINE)
  }
  if (!response.ok) {
    const problem = await readProblem(response)
    reportProblem(problem)
    throw new ProblemError(problem)
  }
  if (viewer) reportSuccess()
  return response
}

type Members = Readonly<Record<string, unknown>>

/** URL of a `GET` endpoint with its query, for links and event streams. */
export const apiUrl = <I extends GetEndpointId>(id: I, input: EndpointInput<I>): string => {
  const { path, rest } = fillPath(getRoute(id).path, input as Members)
  return withQuery(path, rest)
}

interface CallOptions {
  /** Stays the same while one mutation is retried, so that it is carried out once. */
  idempotencyKey?: string
  signal?: AbortSignal
  timeoutMs?: number
}

const postInit = (body: Members, idempotencyKey: string | undefined): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    traceparent: newTraceparent(),
  },
  body: JSON.stringify(body),
})

/**
 * Calls an endpoint by its id. A `status` of `pending` in the response means that the outcome is unknown yet: call
 * again with the same key.
 * @throws ProblemError, of status 0 where no response came within the time-out (15 s by default)
 */
export const callApi = async <I extends EndpointId>(
  id: I,
  input: EndpointInput<I>,
  { idempotencyKey, signal, timeoutMs }: CallOptions = {},
): Promise<EndpointResponse<I>> => {
  const { method, path: template } = getRoute(id)
  const { path, rest } = fillPath(template, input as Members)
  const isGet = method === 'get'
  const init = isGet ? {} : postInit(rest, idempotencyKey)
  const response = await send(isGet ? withQuery(path, rest) : path, { ...init, signal }, timeoutMs)
  return (response.status === 204 ? undefined : await response.json()) as EndpointResponse<I>
}

/** The problem behind an error of a query or a mutation, or null where there is none. */
export const toProblem = (error: unknown): Problem | null => {
  if (!error) return null
  return error instanceof ProblemError ? error.problem : UNEXPECTED
}

/** True for a problem that may pass by itself: no connection, a server error, a rate limit. */
export const isRetryableProblem = ({ status }: Problem): boolean =>
  status === 0 || status >= 500 || status === 429

/** True where the same request may succeed a little later. */
export const isRetryable = (error: unknown): boolean => {
  const problem = toProblem(error)
  return problem !== null && isRetryableProblem(problem)
}
