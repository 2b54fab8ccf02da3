'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { toProblem } from '@/components/api/api-client'
import { randomId } from '@/components/browser/random-id'
import { useOpenProblem } from '@/components/session/session-state'
import type { CaseView } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import { removeDraft, removeSentDraft } from './draft/draft-store'
import type { PendingMutation } from './optimistic-update'
import { applyOwnWrite } from './queries'
import { type CaseMutation, sendMutation } from './send-mutation'

const MUTATION_KEY = ['case-mutation']

/** Mutations of a case without a response yet, the oldest first. */
export const usePendingMutations = (caseId: string | undefined): PendingMutation[] =>
  useMutationState({
    filters: {
      mutationKey: MUTATION_KEY,
      status: 'pending',
      predicate: ({ state }) => (state.variables as PendingMutation | undefined)?.caseId === caseId,
    },
    select: ({ state }) => state.variables as PendingMutation,
  })

/** The idempotency key of a mutation; the same key when the same content is sent again after a failure. */
const useIdempotencyKey = () => {
  const last = useRef<{ content: string; id: string } | null>(null)
  return {
    keyFor: (mutation: CaseMutation): string => {
      const content = JSON.stringify(mutation)
      if (last.current?.content !== content) last.current = { content, id: randomId() }
      return last.current.id
    },
    forget: () => {
      last.current = null
    },
  }
}

export interface CaseMutationState {
  mutate: (mutation: CaseMutation, then?: { onSuccess?: () => void; onError?: () => void }) => void
  isPending: boolean
  /** The server does not know the outcome yet; the mutation is being retried. */
  isOutcomeUnknown: boolean
  problem: Problem | null
  /** The mutation that is pending or was sent last. */
  sent: CaseMutation | null
  reset: () => void
}

/** Sends the mutations of one card, stores the view of the response, and reads the case again after a refusal. */
export const useCaseMutation = (): CaseMutationState => {
  const client = useQueryClient()
  const [isOutcomeUnknown, setOutcomeUnknown] = useState(false)
  const { keyFor, forget } = useIdempotencyKey()
  const mutation = useMutation({
    mutationKey: MUTATION_KEY,
    mutationFn: ({ lastId: _, ...caseMutation }: PendingMutation) =>
      sendMutation(caseMutation, keyFor(caseMutation), {
        onUnknownOutcome: () => setOutcomeUnknown(true),
      }),
    onSuccess: (reply, { caseId, verb, body }) => {
      forget()
      // Here and not in the form, which may be gone: the person may have opened another case.
      if (verb === 'comment') removeSentDraft(caseId, 'comment', body.text)
      if (verb === 'decision') removeDraft(caseId, 'reason')
      if (reply.case) applyOwnWrite(client, reply.case)
    },
    onError: (_, { caseId }) => client.invalidateQueries({ queryKey: ['case', caseId] }),
    onSettled: () => setOutcomeUnknown(false),
  })
  return {
    mutate: (caseMutation, then) => {
      const cached = client.getQueryData<CaseView>(['case', caseMutation.caseId])
      mutation.mutate({ ...caseMutation, lastId: cached?.activityStream.at(-1)?.id ?? 0 }, then)
    },
    isPending: mutation.isPending,
    isOutcomeUnknown,
    problem: useOpenProblem(toProblem(mutation.error)),
    sent: mutation.variables ?? null,
    reset: mutation.reset,
  }
}
