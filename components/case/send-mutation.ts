/** Sends a case mutation, with retries under one idempotency key until the outcome is known. */

import { callApi, isRetryable, toProblem } from '@/components/api/api-client'
import type { EndpointId } from '@/temporal/contract/api-routes'
import { type Backoff, backoffMs } from '@/temporal/contract/backoff'
import type { Problem } from '@/temporal/contract/problem'
import { type CaseActionResponse, PENDING_STATUS } from '@/temporal/contract/responses'
import type { EndpointInput } from '@/temporal/contract/schemas/endpoints/endpoints'

const MUTATION_ENDPOINTS = {
  decision: 'decideCase',
  claim: 'claimCase',
  release: 'releaseCase',
  takeOver: 'takeOverCase',
  assign: 'assignCase',
  comment: 'commentCase',
} as const satisfies Record<string, EndpointId>

export type MutationVerb = keyof typeof MUTATION_ENDPOINTS
export type MutationBody<V extends MutationVerb> = Omit<
  EndpointInput<(typeof MUTATION_ENDPOINTS)[V]>,
  'caseId'
>

export interface MutationOf<V extends MutationVerb> {
  caseId: string
  verb: V
  body: MutationBody<V>
}
export type CaseMutation = { [V in MutationVerb]: MutationOf<V> }[MutationVerb]

const SECOND_MS = 1_000
/** While the server refuses for a reason that may pass. */
const BUSY: Backoff = { firstMs: 500, maxMs: 8_000 }
/** While the outcome is unknown. */
const UNKNOWN: Backoff = { firstMs: 1_000, maxMs: 8_000 }
/** About two minutes; after that a person should look. */
const MAX_UNKNOWN_ATTEMPTS = 20

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Milliseconds before the next attempt: what the server asks for, else a back-off. @param attempt from 1 */
export const retryDelayMs = (attempt: number, problem: Problem | null, backoff = BUSY): number =>
  typeof problem?.retryAfterSeconds === 'number'
    ? problem.retryAfterSeconds * SECOND_MS
    : backoffMs(attempt - 1, backoff)

export interface SendOptions {
  /** Called when the outcome is unknown: nobody may send the mutation under another key. */
  onUnknownOutcome?: () => void
  /** Attempts in all where the server refuses for a reason that may pass. 1 by default. */
  maxAttempts?: number
  /** Waits before another attempt. */
  wait?: (ms: number) => Promise<void>
  /** True once no further attempt should be made. */
  isStopped?: () => boolean
}

const post = ({ caseId, verb, body }: CaseMutation, idempotencyKey: string): Promise<CaseActionResponse> =>
  callApi(MUTATION_ENDPOINTS[verb], { caseId, ...body }, { idempotencyKey })

/**
 * Posts a mutation and waits for its outcome. Once that is unknown, a lost connection only means that it still is.
 * @throws ProblemError
 */
export const sendMutation = async (
  mutation: CaseMutation,
  idempotencyKey: string,
  { onUnknownOutcome, maxAttempts = 1, wait = sleep, isStopped }: SendOptions = {},
): Promise<CaseActionResponse> => {
  let isUnknown = false
  for (let attempt = 1; ; attempt++) {
    let problem: Problem | null = null
    try {
      const reply = await post(mutation, idempotencyKey)
      if (reply.status !== PENDING_STATUS) return reply
      isUnknown = true
      onUnknownOutcome?.()
    } catch (error) {
      const isLast = isUnknown ? attempt >= MAX_UNKNOWN_ATTEMPTS : attempt >= maxAttempts || isStopped?.()
      if (isLast || !isRetryable(error)) throw error
      problem = toProblem(error)
    }
    if (isUnknown) await sleep(retryDelayMs(attempt, problem, UNKNOWN))
    else await wait(retryDelayMs(attempt, problem))
  }
}
