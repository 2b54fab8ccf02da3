'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseView } from '@/temporal/contract/cases/case'
import type { Problem } from '@/temporal/contract/problem'
import type { CaseActionResponse } from '@/temporal/contract/responses'
import { problemFrom } from './api'
import type { PressUnderWay } from './foresee'
import { type Press, settlePress } from './press'
import { acceptView } from './queries'

const KEY = ['press']

/** Presses on a case that the server has not answered yet, the first one first. */
export const usePressesUnderWay = (caseId: string | undefined): PressUnderWay[] =>
  useMutationState({
    filters: {
      mutationKey: KEY,
      status: 'pending',
      predicate: ({ state }) => (state.variables as PressUnderWay | undefined)?.caseId === caseId,
    },
    select: ({ state }) => state.variables as PressUnderWay,
  })

/** An id for this press; the same again when the same thing is sent again after a failure. */
const usePressId = () => {
  const last = useRef<{ content: string; id: string } | null>(null)
  return {
    idOf: (press: Press): string => {
      const content = JSON.stringify(press)
      if (last.current?.content !== content) last.current = { content, id: crypto.randomUUID() }
      return last.current.id
    },
    forget: () => {
      last.current = null
    },
  }
}

export interface PressState {
  press: (press: Press, then?: { onSuccess?: () => void; onError?: () => void }) => void
  isPending: boolean
  /** The server has not told the outcome yet; it is being asked. */
  isUnheard: boolean
  problem: Problem | null
  /** What is under way or was last sent. */
  sent: Press | null
  reset: () => void
}

/** Sends presses of one card, takes over the view they come back with, and reads again after a refusal. */
export const usePress = (): PressState => {
  const client = useQueryClient()
  const [isUnheard, setUnheard] = useState(false)
  const { idOf, forget } = usePressId()
  const mutation = useMutation({
    mutationKey: KEY,
    mutationFn: ({ lastId: _, ...press }: PressUnderWay) =>
      settlePress<CaseActionResponse>(press, idOf(press), () => setUnheard(true)),
    onSuccess: (reply) => {
      forget()
      if (reply.case) acceptView(client, reply.case)
    },
    onError: (_, { caseId }) => client.invalidateQueries({ queryKey: ['case', caseId] }),
    onSettled: () => setUnheard(false),
  })
  return {
    press: (press, then) => {
      const seen = client.getQueryData<CaseView>(['case', press.caseId])
      mutation.mutate({ ...press, lastId: seen?.activityStream.at(-1)?.id ?? 0 }, then)
    },
    isPending: mutation.isPending,
    isUnheard,
    problem: problemFrom(mutation.error),
    sent: mutation.variables ?? null,
    reset: mutation.reset,
  }
}
