'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseView } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import { toProblem } from '../live/api-client'
import { type CaseMutation, sendMutation } from './mutation'
import type { PendingMutation } from './optimistic-update'
import { applyOwnWrite } from './queries'

const MUTATION_KEY = ['press']

/** Presses on a case that the server has not answered yet, the first one first. */
export const usePendingMutations = (caseId: string | undefined): PendingMutation[] =>
  useMutationState({
    filters: {
      mutationKey: MUTATION_KEY,
      status: 'pending',
      predicate: ({ state }) => (state.variables as PendingMutation | undefined)?.caseId === caseId,
    },
    select: ({ state }) => state.variables as PendingMutation,
  })

/** An id for this press; the same again when the same thing is sent again after a failure. */
const useIdempotencyKey = () => {
  const last = useRef<{ content: string; id: string } | null>(null)
  return {
    keyFor: (mutation: CaseMutation): string => {
      const content = JSON.stringify(mutation)
      if (last.current?.content !== content) last.current = { content, id: crypto.randomUUID() }
      return last.current.id
    },
    forget: () => {
      last.current = null
    },
  }
}

export interface CaseMutationState {
  mutate: (press: CaseMutation, then?: { onSuccess?: () => void; onError?: () => void }) => void
  isPending: boolean
  /** The server has not told the outcome yet; it is being asked. */
  isOutcomeUnknown: boolean
  problem: Problem | null
  /** What is under way or was last sent. */
  sent: CaseMutation | null
  reset: () => void
}

/** Sends presses of one card, takes over the view they come back with, and reads again after a refusal. */
export const useCaseMutation = (): CaseMutationState => {
  const client = useQueryClient()
  const [isUnheard, setOutcomeUnknown] = useState(false)
  const { keyFor, forget } = useIdempotencyKey()
  const mutation = useMutation({
    mutationKey: MUTATION_KEY,
    mutationFn: ({ lastId: _, ...caseMutation }: PendingMutation) =>
      sendMutation<CaseActionResponse>(caseMutation, keyFor(caseMutation), () => setOutcomeUnknown(true)),
    onSuccess: (reply) => {
      forget()
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
    isOutcomeUnknown: isUnheard,
    problem: toProblem(mutation.error),
    sent: mutation.variables ?? null,
    reset: mutation.reset,
  }
}
